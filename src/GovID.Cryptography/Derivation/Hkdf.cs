using System.Security.Cryptography;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Derivation;

/// <summary>HKDF, extract and expand (RFC 5869), over one of the SHA-2 functions.</summary>
public sealed class Hkdf
{
    private readonly HashAlgorithmName _hash;

    private Hkdf(HashAlgorithmName hash, int hashLength)
    {
        _hash = hash;
        HashLength = hashLength;
    }

    /// <summary>HKDF with SHA-256.</summary>
    public static Hkdf Sha256 { get; } = new(HashAlgorithmName.SHA256, 32);

    /// <summary>HKDF with SHA-384.</summary>
    public static Hkdf Sha384 { get; } = new(HashAlgorithmName.SHA384, 48);

    /// <summary>HKDF with SHA-512.</summary>
    public static Hkdf Sha512 { get; } = new(HashAlgorithmName.SHA512, 64);

    /// <summary>The length of the hash, and of a pseudorandom key, in bytes.</summary>
    public int HashLength { get; }

    /// <summary>The most bytes one derivation gives: 255 hashes.</summary>
    public int MaximumLength => 255 * HashLength;

    /// <summary>Fills <paramref name="destination"/> from input key material; salt and info may be empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is empty or longer than <see cref="MaximumLength"/>.</exception>
    public void DeriveBytes(ReadOnlySpan<byte> inputKey, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfZero(destination.Length, nameof(destination));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(destination.Length, MaximumLength, nameof(destination));
        HKDF.DeriveKey(_hash, inputKey, destination, salt, info);
    }

    /// <summary>Derives a key from the result of a key agreement.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not one a <see cref="SymmetricKey"/> has.</exception>
    /// <exception cref="ObjectDisposedException">The secret was disposed of.</exception>
    public SymmetricKey DeriveKey(SharedSecret secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        ArgumentNullException.ThrowIfNull(secret);
        using var lease = secret.Memory.Open();
        return DeriveKey(lease.Bytes, salt, info, length);
    }

    /// <summary>Derives a key from another key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not one a <see cref="SymmetricKey"/> has.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public SymmetricKey DeriveKey(SymmetricKey key, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var lease = key.Memory.Open();
        return DeriveKey(lease.Bytes, salt, info, length);
    }

    private SymmetricKey DeriveKey(ReadOnlySpan<byte> inputKey, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        var memory = SymmetricKey.Allocate(length);
        using var lease = memory.Open();
        HKDF.DeriveKey(_hash, inputKey, lease.Bytes, salt, info);
        return new SymmetricKey(memory);
    }
}

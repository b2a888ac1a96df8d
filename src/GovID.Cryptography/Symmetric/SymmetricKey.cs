using System.Security.Cryptography;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Symmetric;

/// <summary>A secret key for ciphers, key wrapping or key derivation; owns its memory and wipes it on <see cref="Dispose"/>.</summary>
public sealed class SymmetricKey : IDisposable
{
    /// <summary>The longest key: 1,024 bytes.</summary>
    public const int MaximumLength = 1024;

    internal SymmetricKey(SecretMemory memory) => Memory = memory;

    /// <summary>The length in bytes.</summary>
    public int Length => Memory.Length;

    internal SecretMemory Memory { get; }

    /// <summary>Makes a fresh key of so many random bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not in 1 to <see cref="MaximumLength"/>.</exception>
    public static SymmetricKey Generate(int length)
    {
        var memory = Allocate(length);
        using (var lease = memory.Open()) RandomNumberGenerator.Fill(lease.Bytes);
        return new SymmetricKey(memory);
    }

    /// <summary>Takes a copy of key bytes; the caller wipes its own.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: empty or longer than <see cref="MaximumLength"/>.</exception>
    public static SymmetricKey Import(ReadOnlySpan<byte> key) => key.Length is > 0 and <= MaximumLength
        ? new SymmetricKey(new SecretMemory(key))
        : throw new CryptoException(CryptoErrorCode.WrongLength, $"A key has 1 to {MaximumLength} bytes; this one has {key.Length}.", "key");

    /// <summary>Copies the key out; the caller wipes the copy.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    /// <returns>How many bytes were written.</returns>
    public int ExportSecret(Span<byte> destination)
    {
        using var lease = Memory.Open();
        lease.Bytes.CopyTo(destination);
        return Length;
    }

    /// <summary>Wipes and frees the key; a computation under way on another thread finishes first.</summary>
    public void Dispose() => Memory.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    internal static SecretMemory Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumLength);
        return new SecretMemory(length);
    }

    internal void Demand(int length)
    {
        if (Length != length) throw new CryptoException(CryptoErrorCode.WrongLength, $"This algorithm takes a key of {length} bytes; this one has {Length}.", "key");
    }
}

using GovID.Cryptography.Bls.Internal;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Bls;

/// <summary>A validator's BLS secret key: a scalar that owns its memory, outside the managed heap and wiped by <see cref="Dispose"/>.</summary>
public sealed class BlsSecretKey : IDisposable
{
    /// <summary>The length of the key and of a seed in bytes.</summary>
    public const int Length = Scalar.Length;

    private readonly SecretMemory _secret;

    private BlsSecretKey(SecretMemory secret)
    {
        _secret = secret;
        using var lease = secret.Open();
        PublicKey = new(new(G2Multiplication.Secret(BlsPublicKey.Generator.Coordinates, lease.Bytes)));
    }

    /// <summary>Gets the public key, the generator times this key (ledger 10.3); it stays readable after <see cref="Dispose"/>.</summary>
    public BlsPublicKey PublicKey { get; }

    /// <summary>Makes a fresh key from the operating system's random numbers.</summary>
    public static BlsSecretKey Generate()
    {
        var memory = new SecretMemory(Length);
        using (var lease = memory.Open())
        {
            Scalar scalar;
            do
                scalar = Scalar.Random();
            while (scalar.IsZero);
            scalar.WriteBytes(lease.Bytes);
        }

        return new(memory);
    }

    /// <summary>Makes the key that indy networks make of a seed (ledger 10.4).</summary>
    /// <remarks>For networks whose seeds are published or must be used again; everything else is <see cref="Generate"/>.</remarks>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: the seed does not have 32 bytes.</exception>
    public static BlsSecretKey FromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Length)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A seed has {Length} bytes, not {seed.Length}.", "seed");
        var memory = new SecretMemory(Length);
        using var generator = new SeededGenerator(seed);
        using (var lease = memory.Open())
            generator.NextScalar(lease.Bytes);
        return new(memory);
    }

    /// <summary>Takes a copy of a key, 32 bytes big-endian; the caller wipes the original.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not 32 bytes; <see cref="CryptoErrorCode.InvalidKey"/>:
    /// zero, or not below the order of the group.</exception>
    public static BlsSecretKey Import(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A BLS secret key has {Length} bytes, not {secret.Length}.", "secret");
        return Scalar.TryFromBytes(secret, out var scalar) && !scalar.IsZero
            ? new(new SecretMemory(secret))
            : throw new CryptoException(CryptoErrorCode.InvalidKey, "A BLS secret key must be above 0 and below the order of the group.", "secret");
    }

    /// <summary>Signs a message: the point of its SHA-256 hash times the key (ledger 10.5).</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public BlsSignature Sign(ReadOnlySpan<byte> message) => SignHash(Sha256.Hash(message));

    /// <summary>Proves possession of the key: the point of the Keccak-256 hash of the public key's bytes times the key (ledger 10.5).</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public BlsSignature ProvePossession() => SignHash(Keccak256.Hash(PublicKey.ToBytes()));

    /// <summary>Copies the key out, 32 bytes big-endian; the caller wipes the copy.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Length"/>.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public void ExportSecret(Span<byte> destination)
    {
        using var lease = _secret.Open();
        lease.Bytes.CopyTo(destination);
    }

    /// <summary>Wipes and frees the key; a computation under way on another thread finishes first.</summary>
    public void Dispose() => _secret.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    private BlsSignature SignHash(ReadOnlySpan<byte> hash)
    {
        using var lease = _secret.Open();
        return new(new(G1Multiplication.Secret(HashedPoint.Of(hash, out _), lease.Bytes)));
    }
}

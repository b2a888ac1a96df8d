using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>What differs between curves: lengths, checks at import, and the computations. Instances have no state.</summary>
internal abstract class KeyAlgorithm
{
    private static readonly Ed25519Algorithm Ed25519 = new();
    private static readonly X25519Algorithm X25519 = new();

    /// <summary>The length of an exported public key.</summary>
    public abstract int PublicKeyLength { get; }

    /// <summary>The length of an imported or exported secret.</summary>
    public abstract int SecretLength { get; }

    public virtual int SignatureLength => 0;

    public abstract ulong PublicCodec { get; }

    public static KeyAlgorithm Of(KeyType type) => type switch
    {
        KeyType.Ed25519 => Ed25519,
        KeyType.X25519 => X25519,
        KeyType.P256 or KeyType.P384 or KeyType.P521 or KeyType.Secp256k1 =>
            throw new CryptoException(CryptoErrorCode.Unsupported, $"Keys of type {type} are not offered."),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Checks a public key from outside.</summary>
    /// <returns>Null and the form in which it is kept, or why it is refused.</returns>
    public abstract KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept);

    /// <summary>Checks a secret from outside and puts it into protected memory beside its public key.</summary>
    public abstract KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] publicKey);

    /// <summary>The bytes of the protected memory that make up the exported secret.</summary>
    public virtual ReadOnlySpan<byte> ExportedPart(ReadOnlySpan<byte> memory) => memory;

    /// <summary>Clears the bits of random bytes that no secret of this curve has.</summary>
    public virtual void ClearSpareBits(Span<byte> secret)
    {
    }

    public virtual bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        throw new InvalidOperationException("A key for key agreement does not verify signatures.");

    public virtual byte[] Sign(SecretMemory secret, ReadOnlySpan<byte> message) =>
        throw new InvalidOperationException("A key for key agreement does not sign.");
}

using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>What differs between curves: lengths, checks at import, and the computations. Instances have no state.</summary>
internal abstract class KeyAlgorithm
{
    private static readonly Ed25519Algorithm Ed25519 = new();
    private static readonly X25519Algorithm X25519 = new();
    private static readonly EcAlgorithm P256 = new(EllipticCurve.P256, new EcCodecs(Multicodec.P256Public, Multicodec.P256Private), signsLowS: false);
    private static readonly EcAlgorithm P384 = new(EllipticCurve.P384, new EcCodecs(Multicodec.P384Public, Multicodec.P384Private), signsLowS: false);
    private static readonly EcAlgorithm P521 = new(EllipticCurve.P521, new EcCodecs(Multicodec.P521Public, Multicodec.P521Private), signsLowS: false);
    private static readonly EcAlgorithm Secp256k1 =
        new(EllipticCurve.Secp256k1, new EcCodecs(Multicodec.Secp256k1Public, Multicodec.Secp256k1Private), signsLowS: true);

    /// <summary>The length of an exported public key.</summary>
    public abstract int PublicKeyLength { get; }

    /// <summary>The length of an imported or exported secret.</summary>
    public abstract int SecretLength { get; }

    /// <summary>The length of a signature; 0 when the curve does not sign.</summary>
    public virtual int SignatureLength => 0;

    /// <summary>Whether the curve offers key agreement.</summary>
    public virtual bool Agrees => false;

    public abstract ulong PublicCodec { get; }

    public abstract ulong SecretCodec { get; }

    public static KeyAlgorithm Of(KeyType type) => type switch
    {
        KeyType.Ed25519 => Ed25519,
        KeyType.X25519 => X25519,
        KeyType.P256 => P256,
        KeyType.P384 => P384,
        KeyType.P521 => P521,
        KeyType.Secp256k1 => Secp256k1,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Checks a public key from outside.</summary>
    /// <returns>Null and the form in which it is kept, or why it is refused.</returns>
    public abstract KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept);

    /// <summary>Turns the kept form of a public key into the exported one.</summary>
    public virtual byte[] ExportPublic(ReadOnlySpan<byte> kept) => kept.ToArray();

    /// <summary>Checks a secret from outside and puts it into protected memory; the public key comes in its kept form.</summary>
    public abstract KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] kept);

    /// <summary>The bytes of the protected memory that make up the exported secret.</summary>
    public virtual ReadOnlySpan<byte> ExportedPart(ReadOnlySpan<byte> memory) => memory;

    /// <summary>Clears the bits of random bytes that no secret of this curve has.</summary>
    public virtual void ClearSpareBits(Span<byte> secret)
    {
    }

    public virtual bool Verify(PreparedKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        throw new InvalidOperationException("A key for key agreement does not verify signatures.");

    public virtual byte[] Sign(SecretMemory secret, ReadOnlySpan<byte> message) =>
        throw new InvalidOperationException("A key for key agreement does not sign.");

    /// <summary>Computes the shared secret; null when the other key forces it to be zero.</summary>
    public virtual SecretMemory? TryAgree(SecretMemory secret, ReadOnlySpan<byte> kept) =>
        throw new InvalidOperationException("This curve is not offered for key agreement.");
}

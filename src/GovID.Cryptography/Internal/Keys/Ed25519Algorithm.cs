using GovID.Cryptography.Encodings;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>Ed25519 of RFC 8032 by libsodium; the protected memory holds seed and public key, 64 bytes.</summary>
internal sealed class Ed25519Algorithm : KeyAlgorithm
{
    private const int Length = 32;

    public override int PublicKeyLength => Length;

    public override int SecretLength => Length;

    public override int SignatureLength => 64;

    public override ulong PublicCodec => Multicodec.Ed25519Public;

    public override ulong SecretCodec => Multicodec.Ed25519Private;

    public override KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept)
    {
        kept = [];
        if (encoded.Length != Length) return KeyRefusal.Length("An Ed25519 public key", "32", encoded.Length);
        if (!Sodium.IsValidEd25519Point(encoded))
            return new KeyRefusal(CryptoErrorCode.InvalidPoint, "The Ed25519 public key is not the canonical form of a point of prime order.");
        kept = encoded.ToArray();
        return null;
    }

    public override KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] kept)
    {
        memory = null;
        kept = [];
        if (secret.Length != Length) return KeyRefusal.Length("An Ed25519 seed", "32", secret.Length);
        kept = new byte[Length];
        memory = new SecretMemory(2 * Length);
        using var lease = memory.Open();
        Sodium.SignKeyPair(secret, kept, lease.Bytes);
        return null;
    }

    public override ReadOnlySpan<byte> ExportedPart(ReadOnlySpan<byte> memory) => memory[..Length];

    // libsodium refuses S >= L, a non-canonical or small-order public key, and a small-order R (RFC 8032 section 5.1.7, cofactorless).
    public override bool Verify(PreparedKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength && Sodium.Verify(message, signature, key.Bytes);

    public override byte[] Sign(SecretMemory secret, ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignatureLength];
        using var lease = secret.Open();
        Sodium.Sign(message, lease.Bytes, signature);
        return signature;
    }
}

using GovID.Cryptography.Encodings;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>X25519 of RFC 7748 by libsodium. Any 32 bytes are a public key (section 5 asks receivers to take them all).</summary>
internal sealed class X25519Algorithm : KeyAlgorithm
{
    private const int Length = 32;

    public override int PublicKeyLength => Length;

    public override int SecretLength => Length;

    public override ulong PublicCodec => Multicodec.X25519Public;

    public override KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept)
    {
        kept = [];
        if (encoded.Length != Length) return KeyRefusal.Length("An X25519 public key", "32", encoded.Length);
        kept = encoded.ToArray();
        return null;
    }

    public override KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] publicKey)
    {
        memory = null;
        publicKey = [];
        if (secret.Length != Length) return KeyRefusal.Length("An X25519 secret", "32", secret.Length);
        publicKey = new byte[Length];
        Sodium.X25519PublicKey(secret, publicKey);
        memory = new SecretMemory(secret);
        return null;
    }
}

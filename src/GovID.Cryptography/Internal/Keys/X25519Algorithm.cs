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

    public override ulong SecretCodec => Multicodec.X25519Private;

    public override bool Agrees => true;

    public override KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept)
    {
        kept = [];
        if (encoded.Length != Length) return KeyRefusal.Length("An X25519 public key", "32", encoded.Length);
        kept = encoded.ToArray();
        return null;
    }

    public override KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] kept)
    {
        memory = null;
        kept = [];
        if (secret.Length != Length) return KeyRefusal.Length("An X25519 secret", "32", secret.Length);
        kept = new byte[Length];
        Sodium.X25519PublicKey(secret, kept);
        memory = new SecretMemory(secret);
        return null;
    }

    public override SecretMemory? TryAgree(SecretMemory secret, ReadOnlySpan<byte> kept)
    {
        var shared = new SecretMemory(Length);
        using var own = secret.Open();
        using var result = shared.Open();
        if (Sodium.TryX25519(own.Bytes, kept, result.Bytes)) return shared;
        shared.Dispose();
        return null;
    }
}

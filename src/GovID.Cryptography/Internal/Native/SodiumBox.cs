namespace GovID.Cryptography.Internal.Native;

/// <summary>Boxes of libsodium (X25519, XSalsa20, Poly1305) behind spans; the tag stands in front of the ciphertext.</summary>
internal static unsafe class SodiumBox
{
    public const int NonceLength = 24;
    public const int TagLength = 16;
    public const int SealLength = 48;

    /// <summary>False when the two keys force the shared secret to zero.</summary>
    public static bool TryEncrypt(BoxKeys keys, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> message, Span<byte> box)
    {
        Sodium.EnsureReady();
        Sodium.Require(nonce.Length == NonceLength && box.Length == message.Length + TagLength);
        fixed (byte* b = box, m = message, n = nonce, p = keys.Public, s = keys.Secret)
            return SodiumImports.crypto_box_easy(b, m, (ulong)message.Length, n, p, s) == 0;
    }

    public static bool TryDecrypt(BoxKeys keys, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> box, Span<byte> message)
    {
        Sodium.EnsureReady();
        Sodium.Require(nonce.Length == NonceLength && box.Length == message.Length + TagLength);
        fixed (byte* b = box, m = message, n = nonce, p = keys.Public, s = keys.Secret)
            return SodiumImports.crypto_box_open_easy(m, b, (ulong)box.Length, n, p, s) == 0;
    }

    /// <summary>False when the key forces the shared secret to zero.</summary>
    public static bool TrySeal(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, Span<byte> box)
    {
        Sodium.EnsureReady();
        Sodium.Require(publicKey.Length == 32 && box.Length == message.Length + SealLength);
        fixed (byte* b = box, m = message, p = publicKey) return SodiumImports.crypto_box_seal(b, m, (ulong)message.Length, p) == 0;
    }

    public static bool TryOpenSeal(BoxKeys keys, ReadOnlySpan<byte> box, Span<byte> message)
    {
        Sodium.EnsureReady();
        Sodium.Require(box.Length == message.Length + SealLength);
        fixed (byte* b = box, m = message, p = keys.Public, s = keys.Secret)
            return SodiumImports.crypto_box_seal_open(m, b, (ulong)box.Length, p, s) == 0;
    }

    public static void EncryptSecret(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> message, Span<byte> box)
    {
        Sodium.EnsureReady();
        Sodium.Require(key.Length == 32 && nonce.Length == NonceLength && box.Length == message.Length + TagLength);
        fixed (byte* b = box, m = message, n = nonce, k = key) Sodium.Demand(SodiumImports.crypto_secretbox_easy(b, m, (ulong)message.Length, n, k));
    }

    public static bool TryDecryptSecret(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> box, Span<byte> message)
    {
        Sodium.EnsureReady();
        Sodium.Require(key.Length == 32 && nonce.Length == NonceLength && box.Length == message.Length + TagLength);
        fixed (byte* b = box, m = message, n = nonce, k = key) return SodiumImports.crypto_secretbox_open_easy(m, b, (ulong)box.Length, n, k) == 0;
    }

    /// <summary>One side's secret and a public key, 32 bytes each.</summary>
    internal readonly ref struct BoxKeys
    {
        public BoxKeys(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> secretKey)
        {
            Sodium.Require(publicKey.Length == 32 && secretKey.Length == 32);
            Public = publicKey;
            Secret = secretKey;
        }

        public ReadOnlySpan<byte> Public { get; }

        public ReadOnlySpan<byte> Secret { get; }
    }
}

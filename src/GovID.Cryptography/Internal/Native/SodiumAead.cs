using GovID.Cryptography.Internal.Symmetric;

namespace GovID.Cryptography.Internal.Native;

/// <summary>The ChaCha20-Poly1305 family of libsodium behind spans; the tag stands behind the ciphertext.</summary>
internal static unsafe class SodiumAead
{
    public const int TagLength = 16;

    public static void Encrypt(bool extended, in AeadInput input, ReadOnlySpan<byte> message, Span<byte> ciphertext)
    {
        Sodium.EnsureReady();
        Sodium.Require(input.Key.Length == 32 && input.Nonce.Length == (extended ? 24 : 12) && ciphertext.Length == message.Length + TagLength);
        fixed (byte* c = ciphertext, m = message, a = input.AssociatedData, n = input.Nonce, k = input.Key)
        {
            var (length, additional) = ((ulong)message.Length, (ulong)input.AssociatedData.Length);
            Sodium.Demand(extended
                ? SodiumImports.crypto_aead_xchacha20poly1305_ietf_encrypt(c, null, m, length, a, additional, nint.Zero, n, k)
                : SodiumImports.crypto_aead_chacha20poly1305_ietf_encrypt(c, null, m, length, a, additional, nint.Zero, n, k));
        }
    }

    public static bool TryDecrypt(bool extended, in AeadInput input, ReadOnlySpan<byte> ciphertext, Span<byte> message)
    {
        Sodium.EnsureReady();
        Sodium.Require(input.Key.Length == 32 && input.Nonce.Length == (extended ? 24 : 12) && ciphertext.Length == message.Length + TagLength);
        fixed (byte* c = ciphertext, m = message, a = input.AssociatedData, n = input.Nonce, k = input.Key)
        {
            var (length, additional) = ((ulong)ciphertext.Length, (ulong)input.AssociatedData.Length);
            return (extended
                ? SodiumImports.crypto_aead_xchacha20poly1305_ietf_decrypt(m, null, nint.Zero, c, length, a, additional, n, k)
                : SodiumImports.crypto_aead_chacha20poly1305_ietf_decrypt(m, null, nint.Zero, c, length, a, additional, n, k)) == 0;
        }
    }
}

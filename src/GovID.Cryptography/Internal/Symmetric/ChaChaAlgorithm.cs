using GovID.Cryptography.Internal.Native;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Internal.Symmetric;

/// <summary>ChaCha20-Poly1305 and XChaCha20-Poly1305 by libsodium, which clears the plaintext of a wrong tag.</summary>
internal sealed class ChaChaAlgorithm(string name, bool extended) : AeadAlgorithm(name, keySize: 32, nonceSize: extended ? 24 : 12, SodiumAead.TagLength)
{
    private protected override void EncryptCore(in AeadInput input, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext) =>
        SodiumAead.Encrypt(extended, input, plaintext, ciphertext);

    private protected override byte[]? DecryptCore(in AeadInput input, ReadOnlySpan<byte> ciphertext)
    {
        var plaintext = new byte[ciphertext.Length - TagSize];
        return SodiumAead.TryDecrypt(extended, input, ciphertext, plaintext) ? plaintext : null;
    }
}

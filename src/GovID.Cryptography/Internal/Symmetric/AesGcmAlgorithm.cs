using System.Security.Cryptography;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Internal.Symmetric;

/// <summary>AES-GCM by the platform with the 12-byte nonce and 16-byte tag of RFC 7518 section 5.3.</summary>
internal sealed class AesGcmAlgorithm(string name, int keySize) : AeadAlgorithm(name, keySize, nonceSize: 12, tagSize: 16)
{
    private protected override void EncryptCore(in AeadInput input, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        using var gcm = new AesGcm(input.Key, TagSize);
        gcm.Encrypt(input.Nonce, plaintext, ciphertext[..plaintext.Length], ciphertext[plaintext.Length..], input.AssociatedData);
    }

    private protected override byte[]? DecryptCore(in AeadInput input, ReadOnlySpan<byte> ciphertext)
    {
        var plaintext = new byte[ciphertext.Length - TagSize];
        try
        {
            using var gcm = new AesGcm(input.Key, TagSize);
            gcm.Decrypt(input.Nonce, ciphertext[..^TagSize], ciphertext[^TagSize..], plaintext, input.AssociatedData);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

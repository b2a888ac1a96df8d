using System.Buffers.Binary;
using System.Security.Cryptography;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Internal.Symmetric;

/// <summary>AES-CBC with PKCS #7 padding and HMAC over it (RFC 7518 section 5.2.2): encrypt, then authenticate.</summary>
internal sealed class AesCbcHmacAlgorithm(string name, int keySize, HashAlgorithmName hash)
    : AeadAlgorithm(name, keySize, nonceSize: 16, tagSize: keySize / 2)
{
    private const int Block = 16;
    private const int LongestTag = 32;

    private protected override int BodyLength(int plaintextLength) => ((plaintextLength / Block) + 1) * Block;

    private protected override void EncryptCore(in AeadInput input, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        using var aes = Cipher(input.Key);
        aes.EncryptCbc(plaintext, input.Nonce, ciphertext[..^TagSize], PaddingMode.PKCS7);
        Authenticate(input, ciphertext[..^TagSize], ciphertext[^TagSize..]);
    }

    private protected override byte[]? DecryptCore(in AeadInput input, ReadOnlySpan<byte> ciphertext)
    {
        var body = ciphertext[..^TagSize];
        if (body.IsEmpty || body.Length % Block != 0) return null;
        Span<byte> tag = stackalloc byte[LongestTag];
        tag = tag[..TagSize];
        Authenticate(input, body, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, ciphertext[^TagSize..])) return null;
        try
        {
            using var aes = Cipher(input.Key);
            return aes.DecryptCbc(body, input.Nonce, PaddingMode.PKCS7);
        }
        catch (CryptographicException)
        {
            // The tag fits and the padding does not: made by somebody who knows the key, and still no plaintext.
            return null;
        }
    }

    // ENC_KEY is the second half of the key.
    private static Aes Cipher(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.SetKey(key[(key.Length / 2)..]);
        return aes;
    }

    // tag = first half of HMAC(MAC_KEY, A ‖ IV ‖ E ‖ AL), MAC_KEY being the first half of the key and AL the bits of A as 64-bit number.
    private void Authenticate(in AeadInput input, ReadOnlySpan<byte> body, Span<byte> tag)
    {
        Span<byte> bits = stackalloc byte[8];
        Span<byte> whole = stackalloc byte[2 * LongestTag];
        BinaryPrimitives.WriteInt64BigEndian(bits, 8L * input.AssociatedData.Length);
        using var mac = IncrementalHash.CreateHMAC(hash, input.Key[..(input.Key.Length / 2)]);
        mac.AppendData(input.AssociatedData);
        mac.AppendData(input.Nonce);
        mac.AppendData(body);
        mac.AppendData(bits);
        mac.GetHashAndReset(whole);
        whole[..TagSize].CopyTo(tag);
    }
}

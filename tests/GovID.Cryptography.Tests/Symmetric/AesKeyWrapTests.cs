using GovID.Cryptography.Encodings;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Tests.Symmetric;

public sealed class AesKeyWrapTests
{
    // RFC 3394 sections 4.1, 4.3, 4.5 and 4.6.
    [Theory]
    [InlineData("000102030405060708090a0b0c0d0e0f", "00112233445566778899aabbccddeeff", "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "00112233445566778899aabbccddeeff", "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "00112233445566778899aabbccddeeff0001020304050607", "a8f9bc1612c68b3ff6e6f4fbe30e71e4769c8b80a32cb8958cd5d17d6b254da1")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f", "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21")]
    public void Gives_the_published_wrapping(string wrappingKey, string key, string wrapped)
    {
        using var kek = SymmetricKey.Import(Hex.Decode(wrappingKey));
        using var content = SymmetricKey.Import(Hex.Decode(key));

        Hex.Encode(AesKeyWrap.Wrap(kek, content)).ShouldBe(wrapped);
        using var unwrapped = AesKeyWrap.Unwrap(kek, Hex.Decode(wrapped));
        Hex.Encode(Bytes(unwrapped)).ShouldBe(key);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    public void Unwraps_what_it_wrapped_at_every_length(int wrappingLength)
    {
        using var kek = SymmetricKey.Generate(wrappingLength);
        for (var length = 16; length <= AesKeyWrap.MaximumKeyLength; length += 8)
        {
            using var key = SymmetricKey.Generate(length);
            using var unwrapped = AesKeyWrap.Unwrap(kek, AesKeyWrap.Wrap(kek, key));
            Bytes(unwrapped).ShouldBe(Bytes(key));
        }
    }

    [Fact]
    public void Refuses_a_wrapping_with_any_bit_changed()
    {
        using var kek = SymmetricKey.Generate(32);
        using var key = SymmetricKey.Generate(32);
        var wrapped = AesKeyWrap.Wrap(kek, key);
        for (var bit = 0; bit < 8 * wrapped.Length; bit++)
        {
            var damaged = wrapped.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            AesKeyWrap.TryUnwrap(kek, damaged, out _).ShouldBeFalse($"bit {bit}");
        }
    }

    [Fact]
    public void Refuses_another_wrapping_key()
    {
        using var kek = SymmetricKey.Generate(32);
        using var other = SymmetricKey.Generate(32);
        using var key = SymmetricKey.Generate(32);

        Should.Throw<CryptoException>(() => AesKeyWrap.Unwrap(other, AesKeyWrap.Wrap(kek, key))).Code.ShouldBe(CryptoErrorCode.AuthenticationFailed);
    }

    [Fact]
    public void Refuses_wrong_lengths()
    {
        using var kek = SymmetricKey.Generate(16);
        using var odd = SymmetricKey.Generate(24);
        using var shortKey = SymmetricKey.Generate(8);
        using var oddKey = SymmetricKey.Generate(17);

        Should.Throw<CryptoException>(() => AesKeyWrap.Wrap(odd, kek)).Field.ShouldBe("wrappingKey");
        Should.Throw<CryptoException>(() => AesKeyWrap.Unwrap(odd, new byte[24])).Field.ShouldBe("wrappingKey");
        Should.Throw<CryptoException>(() => AesKeyWrap.Wrap(kek, shortKey)).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => AesKeyWrap.Wrap(kek, oddKey)).Code.ShouldBe(CryptoErrorCode.WrongLength);
        foreach (var length in Enumerable.Range(0, 60).Append(100_000)) AesKeyWrap.TryUnwrap(kek, new byte[length], out _).ShouldBeFalse($"{length} bytes");
    }

    [Fact]
    public void Throws_with_a_key_that_was_disposed_of()
    {
        using var kek = SymmetricKey.Generate(16);
        var gone = SymmetricKey.Generate(16);
        gone.Dispose();

        Should.Throw<ObjectDisposedException>(() => AesKeyWrap.Wrap(gone, kek));
        Should.Throw<ObjectDisposedException>(() => AesKeyWrap.Wrap(kek, gone));
        Should.Throw<ObjectDisposedException>(() => AesKeyWrap.TryUnwrap(gone, new byte[24], out _));
    }

    private static byte[] Bytes(SymmetricKey key)
    {
        var bytes = new byte[key.Length];
        key.ExportSecret(bytes);
        return bytes;
    }
}

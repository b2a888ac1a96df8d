using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

public sealed class MultikeyTests
{
    // The did:key Method v0.9 (W3C CCG), test vectors of each key type.
    [Theory]
    [InlineData("z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", KeyType.Ed25519)]
    [InlineData("z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F", KeyType.X25519)]
    [InlineData("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", KeyType.Secp256k1)]
    [InlineData("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", KeyType.P256)]
    [InlineData("z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9", KeyType.P384)]
    [InlineData("z2J9gaYxrKVpdoG9A4gRnmpnRCcxU6agDtFVVBVdn1JedouoZN7SzcyREXXzWgt3gGiwpoHq7K68X4m32D8HgzG8wv3sY5j7", KeyType.P521)]
    public void Reads_and_writes_published_keys(string text, KeyType type)
    {
        var key = PublicKey.ParseMultikey(text);

        key.Type.ShouldBe(type);
        key.ToMultikey().ShouldBe(text);
    }

    [Fact]
    public void Refuses_with_a_code_that_says_why()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);
        var raw = key.PublicKey.Export();

        Code("").ShouldBe(CryptoErrorCode.Malformed);
        Code("x").ShouldBe(CryptoErrorCode.Malformed);
        Code("z").ShouldBe(CryptoErrorCode.Malformed);
        Code("z0").ShouldBe(CryptoErrorCode.Malformed);
        Code("u" + Base64Url.Encode(Multicodec.Wrap(Multicodec.Ed25519Public, raw))).ShouldBe(CryptoErrorCode.Malformed);
        Code("z" + Base58.Encode([0xed, 0x81, 0x00, .. raw])).ShouldBe(CryptoErrorCode.Malformed, "a longer spelling of the codec");
        Code(Text(Multicodec.Bls12381G2Public, new byte[96])).ShouldBe(CryptoErrorCode.Unsupported);
        Code(Text(Multicodec.Ed25519Public, raw[1..])).ShouldBe(CryptoErrorCode.WrongLength);
        Code(Text(Multicodec.P256Public, new byte[65])).ShouldBe(CryptoErrorCode.WrongLength, "uncompressed points are no multikeys");
        Code(Text(Multicodec.Ed25519Public, new byte[32])).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code("z" + new string('2', 257)).ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    private static string Text(ulong codec, byte[] raw) => Multibase.Encode(MultibaseEncoding.Base58Btc, Multicodec.Wrap(codec, raw));

    private static CryptoErrorCode Code(string text)
    {
        PublicKey.TryParseMultikey(text, out _).ShouldBeFalse();
        PrivateKey.TryParseMultikey(text, out _).ShouldBeFalse();
        return Should.Throw<CryptoException>(() => PublicKey.ParseMultikey(text)).Code;
    }
}

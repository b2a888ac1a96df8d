using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Tests.Documents;

public sealed class VerificationMethodTests
{
    private const string Key58 = "E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu";
    private static readonly PublicKey Key = PublicKey.Import(KeyType.Ed25519, Base58.Decode(Key58));

    [Fact]
    public void Reads_the_spellings_of_one_key()
    {
        Method("Ed25519VerificationKey2018", $"\"publicKeyBase58\":\"{Key58}\"").GetPublicKey().ShouldBe(Key);
        Method("Ed25519VerificationKey2020", $"\"publicKeyMultibase\":\"{Key.ToMultikey()}\"").GetPublicKey().ShouldBe(Key);
        Method("Ed25519VerificationKey2020", $"\"publicKeyMultibase\":\"z{Key58}\"").GetPublicKey().ShouldBe(Key);
        Method("Multikey", $"\"publicKeyMultibase\":\"{Key.ToMultikey()}\"").GetPublicKey().ShouldBe(Key);
        Method("Ed25519VerificationKey2018", $"\"publicKeyHex\":\"{Convert.ToHexString(Key.Export())}\"").GetPublicKey().ShouldBe(Key);
        Method("JsonWebKey2020", $$"""
            "publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.Encode(Key.Export())}}"}
            """).GetPublicKey().ShouldBe(Key);
    }

    [Theory]
    [InlineData("RsaVerificationKey2018", "\"publicKeyPem\":\"-----BEGIN PUBLIC X...\"")]
    [InlineData("Ed25519VerificationKey2018", "\"publicKeyBase58\":\"-----BEGIN PUBLIC 9...\"")]
    [InlineData("Ed25519VerificationKey2018", "\"x\":1")]
    [InlineData("Ed25519VerificationKey2018", "\"publicKeyBase58\":7")]
    [InlineData("Ed25519VerificationKey2018", "\"publicKeyBase58\":\"E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDh\"")]
    [InlineData("Multikey", "\"publicKeyBase58\":\"E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu\"")]
    [InlineData("Something2030", "\"publicKeyBase58\":\"E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu\"")]
    [InlineData("JsonWebKey2020", "\"publicKeyJwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}")]
    [InlineData("JsonWebKey2020", "\"publicKeyJwk\":\"x\"")]
    public void Gives_no_key_for_what_it_does_not_read_but_keeps_it(string type, string material)
    {
        var method = Method(type, material);

        method.TryGetPublicKey(out _).ShouldBeFalse();
        Should.Throw<DidException>(method.GetPublicKey).Code.ShouldBe(DidErrorCode.UnsupportedKey);
        method.Json.GetProperty("type").GetString().ShouldBe(type);
    }

    [Fact]
    public void Gives_no_key_when_there_are_two() =>
        Method("Ed25519VerificationKey2020", $"\"publicKeyBase58\":\"{Key58}\",\"publicKeyMultibase\":\"{Key.ToMultikey()}\"")
            .TryGetPublicKey(out _).ShouldBeFalse();

    [Fact]
    public void Gives_no_key_of_another_curve_than_its_type_names() =>
        Method("X25519KeyAgreementKey2020", $"\"publicKeyMultibase\":\"{Key.ToMultikey()}\"").TryGetPublicKey(out _).ShouldBeFalse();

    private static VerificationMethod Method(string type, string material)
    {
        using var json = JsonDocument.Parse($$"""{"id":"#k","type":"{{type}}",{{material}}}""");
        return VerificationMethod.FromJson(json.RootElement);
    }
}

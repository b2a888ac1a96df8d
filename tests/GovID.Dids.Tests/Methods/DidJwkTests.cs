using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests.Methods;

public sealed class DidJwkTests
{
    public static TheoryData<KeyType> Types => [.. Enum.GetValues<KeyType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Reads_the_key_it_was_made_of(KeyType type)
    {
        using var key = PrivateKey.Generate(type);

        var did = DidJwk.Create(key.PublicKey);
        var document = DidJwk.CreateDocument(did);

        DidJwk.GetPublicKey(did).ShouldBe(key.PublicKey);
        document.FindMethod("#0").ShouldNotBeNull().GetPublicKey().ShouldBe(key.PublicKey);
        document.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void Lets_the_key_do_what_its_use_says()
    {
        const string point = "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns\",\"y\":\"efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM\"";

        Uses($"{{{point}}}").ShouldBe([true, true]);
        Uses($"{{{point},\"use\":\"sig\"}}").ShouldBe([true, false]);
        Uses($"{{{point},\"use\":\"enc\"}}").ShouldBe([false, true]);
    }

    [Fact]
    public void Makes_a_document_of_a_key_it_does_not_compute_with()
    {
        var did = Of("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""");

        DidJwk.CreateDocument(did).FindMethod("#0").ShouldNotBeNull().TryGetPublicKey(out _).ShouldBeFalse();
        Should.Throw<DidException>(() => DidJwk.GetPublicKey(did)).Code.ShouldBe(DidErrorCode.UnsupportedKey);
    }

    [Theory]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}""", "d")]
    [InlineData("""{"kty":"oct","k":"AA"}""", "k")]
    [InlineData("""{"crv":"Ed25519"}""", "kty")]
    [InlineData("""{"kty":"OKP","kty":"EC"}""", "JWK")]
    [InlineData("[]", "JWK")]
    [InlineData("x", "JWK")]
    public void Refuses_what_is_no_public_jwk(string jwk, string field)
    {
        var refused = Should.Throw<DidException>(() => DidJwk.CreateDocument(Of(jwk)));

        refused.Code.ShouldBe(DidErrorCode.Malformed);
        refused.Field.ShouldBe(field);
    }

    [Fact]
    public async Task Refuses_padding_and_other_alphabets()
    {
        var text = Convert.ToBase64String("""{"kty":"OKP"} """u8);

        (await new DidJwkResolver().ResolveAsync(Did.Parse($"did:jwk:{text.TrimEnd('=')}%3D"), TestContext.Current.CancellationToken)).Error.ShouldBe("invalidDid");
        (await new DidJwkResolver().ResolveAsync(Did.Parse("did:jwk:A"), TestContext.Current.CancellationToken)).Error.ShouldBe("invalidDid");
        (await new DidJwkResolver().ResolveAsync(Did.Parse("did:key:A"), TestContext.Current.CancellationToken)).Error.ShouldBe("methodNotSupported");
    }

    private static Did Of(string jwk) => Did.Parse("did:jwk:" + Base64Url.Encode(Encoding.UTF8.GetBytes(jwk)));

    private static bool[] Uses(string jwk)
    {
        var document = DidJwk.CreateDocument(Of(jwk));
        return
        [
            document.KeysFor(VerificationRelationship.Authentication).Count == 1,
            document.KeysFor(VerificationRelationship.KeyAgreement).Count == 1,
        ];
    }
}

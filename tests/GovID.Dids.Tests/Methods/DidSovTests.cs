using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests.Methods;

public sealed class DidSovTests
{
    private const string Verkey = "E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu";
    private static readonly PublicKey Key = PublicKey.Import(KeyType.Ed25519, Base58.Decode(Verkey));
    private static readonly Did Owner = DidSov.Create(Key);

    [Fact]
    public void Makes_the_did_of_a_key() => Owner.ToString().ShouldBe("did:sov:R1xKJw17sUoXhejEpugMYJ");

    [Theory]
    [InlineData("did:sov:R1xKJw17sUoXhejEpugMYJ")]
    [InlineData("R1xKJw17sUoXhejEpugMYJ")]
    public void Reads_the_did_and_the_bare_identifier(string text)
    {
        DidSov.TryParse(text, out var did).ShouldBeTrue();
        did.ShouldBe(Owner);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("did:sov:")]
    [InlineData("did:sov:R1xKJw17sUoXhejEpu")]
    [InlineData("did:sov:R1xKJw17sUoXhejEpugMYJJ")]
    [InlineData("did:sov:0OIl")]
    [InlineData("did:sov:11111111111111111")]
    [InlineData("did:indy:R1xKJw17sUoXhejEpugMYJ")]
    public void Refuses_an_identifier_that_is_not_sixteen_bytes(string? text) =>
        DidSov.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Expands_a_short_key()
    {
        var half = "~" + Base58.Encode(Key.Export().AsSpan(16));

        DidSov.ExpandVerkey(Owner, half).ShouldBe(Key);
        DidSov.ExpandVerkey(Did.Parse("did:indy:a:b:R1xKJw17sUoXhejEpugMYJ"), half).ShouldBe(Key);
        DidSov.ExpandVerkey(Owner, Verkey).ShouldBe(Key);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("~E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu")]
    [InlineData("R1xKJw17sUoXhejEpugMYJ")]
    [InlineData("0")]
    public void Refuses_another_key_text(string verkey) =>
        Should.Throw<DidException>(() => DidSov.ExpandVerkey(Owner, verkey)).Field.ShouldBe("verkey");

    [Fact]
    public void Builds_a_document_without_services_when_there_is_no_attribute()
    {
        var document = DidSov.CreateDocument(Owner, Key, endpoint: null);

        document.Services.ShouldBeEmpty();
        document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBe([Key.ToX25519()]);
    }

    [Fact]
    public void Builds_the_services_that_the_attribute_names()
    {
        var endpoint = IndyEndpoint.Parse("""{"endpoint":{"endpoint":"https://a.example","types":["DIDComm"],"routingKeys":["x"],"a b":"https://b.example","n":7}}"""u8.ToArray());

        var document = DidSov.CreateDocument(Owner, Key, endpoint);

        document.Services.Select(service => service.Id).ShouldBe([$"{Owner}#didcomm-1", $"{Owner}#a%20b"]);
        document.Services[0].RoutingKeys.ShouldBe(["x"]);
        document.Contexts[^1].ShouldBe("https://didcomm.org/messaging/contexts/v2");
    }

    [Fact]
    public void Refuses_an_attribute_of_another_shape()
    {
        foreach (var json in new[] { "{}", """{"endpoint":"x"}""", """{"endpoint":{"routingKeys":7}}""", """{"endpoint":{"endpoint":7}}""", "" })
            Should.Throw<DidException>(() => IndyEndpoint.Parse(System.Text.Encoding.UTF8.GetBytes(json))).Code.ShouldBe(DidErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_other_keys_and_methods()
    {
        Should.Throw<DidException>(() => DidSov.Create(Key.ToX25519())).Code.ShouldBe(DidErrorCode.UnsupportedKey);
        Should.Throw<DidException>(() => DidSov.CreateDocument(Did.Parse("did:x:a"), Key, null)).Code.ShouldBe(DidErrorCode.UnsupportedMethod);
    }
}

using System.Text;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Tests.Documents;

public sealed class DidDocumentTests
{
    private const string Sound = """
        {
          "@context": ["https://www.w3.org/ns/did/v1", {"@vocab": "https://example.com/"}],
          "id": "did:example:alice",
          "alsoKnownAs": ["https://alice.example"],
          "controller": "did:example:bob",
          "verificationMethod": [
            {"id": "#key-1", "type": "Ed25519VerificationKey2018", "controller": "did:example:alice", "publicKeyBase58": "E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu", "revoked": "2030-01-01"}
          ],
          "authentication": ["did:example:alice#key-1", {"id": "did:example:alice#key-2", "type": "Ed25519VerificationKey2018", "controller": "did:example:alice", "publicKeyBase58": "8HH5gYEeNc3z7PYXmd54d4x6qAfCNrqQqEB3nS7Zfu7K"}],
          "assertionMethod": ["#key-1"],
          "service": [
            {"id": "#s1", "type": ["LinkedDomains", "Other"], "serviceEndpoint": ["https://a.example", {"uri": "https://b.example", "accept": ["didcomm/v2"], "routingKeys": ["did:x:m#k"], "more": 1}]},
            {"id": "#s2", "type": "did-communication", "priority": 3, "recipientKeys": ["#key-1"], "routingKeys": [], "serviceEndpoint": "https://c.example"}
          ],
          "proof": {"type": "anything", "number": 1.50}
        }
        """;

    private readonly DidDocument _document = DidDocument.Parse(Sound);

    [Fact]
    public void Reads_every_property_of_did_core()
    {
        _document.Id.ToString().ShouldBe("did:example:alice");
        _document.Contexts.ShouldBe(["https://www.w3.org/ns/did/v1"]);
        _document.AlsoKnownAs.ShouldBe(["https://alice.example"]);
        _document.Controllers.ShouldBe([Did.Parse("did:example:bob")]);
        _document.VerificationMethods.Single().Type.ShouldBe("Ed25519VerificationKey2018");
        _document.MethodsFor(VerificationRelationship.Authentication).Select(method => method.Id).ShouldBe(["#key-1", "did:example:alice#key-2"]);
        _document.KeysFor(VerificationRelationship.Authentication).Count.ShouldBe(2);
        _document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBeEmpty();
        _document.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void Reads_every_form_of_a_service()
    {
        var first = _document.FindService("did:example:alice#s1").ShouldNotBeNull();
        var second = _document.FindService("#s2").ShouldNotBeNull();

        first.Types.ShouldBe(["LinkedDomains", "Other"]);
        first.Endpoints.Select(endpoint => endpoint.Uri).ShouldBe(["https://a.example", "https://b.example"]);
        first.Endpoints[1].Accept.ShouldBe(["didcomm/v2"]);
        first.Endpoints[1].RoutingKeys.ShouldBe(["did:x:m#k"]);
        second.HasType("did-communication").ShouldBeTrue();
        second.Priority.ShouldBe(3);
        second.RecipientKeys.ShouldBe(["#key-1"]);
    }

    [Fact]
    public void Writes_again_what_it_read_with_unknown_members_and_numbers_as_they_were()
    {
        var written = Encoding.UTF8.GetString(_document.ToUtf8Json());

        DidDocument.Parse(written).ShouldBe(_document);
        written.ShouldContain("\"proof\":{\"type\":\"anything\",\"number\":1.50}");
        written.ShouldContain("\"revoked\":\"2030-01-01\"");
        written.ShouldContain("\"controller\":\"did:example:bob\"");
        written.ShouldNotContain("\n");
    }

    [Fact]
    public void Is_equal_whatever_the_order_of_members() =>
        DidDocument.Parse("""{"alsoKnownAs":["a"],"id":"did:x:a"}""").ShouldBe(DidDocument.Parse("""{"id":"did:x:a","alsoKnownAs":["a"]}"""));

    [Fact]
    public void Finds_no_key_under_an_id_that_stands_there_twice()
    {
        var document = DidDocument.Parse(Sound.Replace("did:example:alice#key-2", "did:example:alice#key-1", StringComparison.Ordinal));

        document.FindMethod("#key-1").ShouldBeNull();
        document.KeysFor(VerificationRelationship.AssertionMethod).ShouldBeEmpty();
        document.Validate().ShouldContain(finding => finding.Contains("two keys", StringComparison.Ordinal));
        Should.Throw<DidException>(document.EnsureValid).Code.ShouldBe(DidErrorCode.InvalidDocument);
    }

    [Fact]
    public void Gives_no_key_for_a_reference_into_another_document()
    {
        var document = DidDocument.Parse("""{"id":"did:x:a","authentication":["did:x:b#key-1"]}""");

        document.MethodsFor(VerificationRelationship.Authentication).ShouldBeEmpty();
        document.Validate().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"id":"did:x:a","authentication":["#none"]}""", "no single key")]
    [InlineData("""{"id":"did:x:a","authentication":["none"]}""", "neither a DID URL")]
    [InlineData("""{"id":"did:x:a","@context":["https://example.com"]}""", "@context")]
    [InlineData("""{"id":"did:x:a","verificationMethod":[{"id":"#k","type":"Multikey"}]}""", "controller")]
    [InlineData("""{"id":"did:x:a","verificationMethod":[{"id":"k","type":"Multikey","controller":"did:x:a"}]}""", "key id")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","type":"t","serviceEndpoint":"u"},{"id":"did:x:a#s","type":"t","serviceEndpoint":"u"}]}""", "two services")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"s","type":"t","serviceEndpoint":"u"}]}""", "service id")]
    public void Finds_what_contradicts_did_core(string json, string finding) =>
        DidDocument.Parse(json).Validate().ShouldHaveSingleItem().ShouldContain(finding);

    [Theory]
    [InlineData("", "document")]
    [InlineData("[]", "document")]
    [InlineData("{}", "id")]
    [InlineData("""{"id":1}""", "id")]
    [InlineData("""{"id":"x"}""", "id")]
    [InlineData("""{"id":"did:x:a","id":"did:x:a"}""", "document")]
    [InlineData("""{"id":"did:x:a"} x""", "document")]
    [InlineData("""{"id":"did:x:a","controller":"bob"}""", "controller")]
    [InlineData("""{"id":"did:x:a","alsoKnownAs":[1]}""", "alsoKnownAs")]
    [InlineData("""{"id":"did:x:a","verificationMethod":{}}""", "verificationMethod")]
    [InlineData("""{"id":"did:x:a","verificationMethod":["#k"]}""", "verificationMethod")]
    [InlineData("""{"id":"did:x:a","verificationMethod":[{"type":"Multikey"}]}""", "id")]
    [InlineData("""{"id":"did:x:a","authentication":[1]}""", "authentication")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","type":"t"}]}""", "serviceEndpoint")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","type":"t","serviceEndpoint":1}]}""", "serviceEndpoint")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","type":"t","serviceEndpoint":[["x"]]}]}""", "serviceEndpoint")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","serviceEndpoint":"u"}]}""", "type")]
    [InlineData("""{"id":"did:x:a","service":[{"id":"#s","type":"t","serviceEndpoint":"u","priority":1.5}]}""", "priority")]
    [InlineData("""{"id":"did:x:a","x":"\ud800"}""", "document")]
    public void Refuses_a_malformed_document_and_names_the_member(string json, string field)
    {
        var refused = Should.Throw<DidException>(() => DidDocument.Parse(json));

        refused.Code.ShouldBe(DidErrorCode.Malformed);
        refused.Field.ShouldBe(field);
        DidDocument.TryParse(Encoding.UTF8.GetBytes(json), out _).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_a_document_that_is_too_large_or_too_deep_or_too_full()
    {
        var large = $$"""{"id":"did:x:a","x":"{{new string('y', DidDocument.MaximumBytes)}}"}""";
        var deep = $$"""{"id":"did:x:a","x":{{new string('[', 30)}}{{new string(']', 30)}}}""";
        var full = $$"""{"id":"did:x:a","authentication":[{{string.Join(',', Enumerable.Range(0, 257).Select(i => $"\"#{i}\""))}}]}""";

        Should.Throw<DidException>(() => DidDocument.Parse(large)).Code.ShouldBe(DidErrorCode.LimitExceeded);
        Should.Throw<DidException>(() => DidDocument.Parse(deep)).Code.ShouldBe(DidErrorCode.Malformed);
        Should.Throw<DidException>(() => DidDocument.Parse(full)).Code.ShouldBe(DidErrorCode.LimitExceeded);
    }

    [Fact]
    public void Builds_again_from_a_document_without_losing_anything()
    {
        var rebuilt = _document.ToBuilder().AddService(ServiceEntry.Plain("#s3", "x", "https://d.example")).Build();

        rebuilt.Services.Count.ShouldBe(3);
        rebuilt.Json.GetProperty("proof").GetProperty("number").GetRawText().ShouldBe("1.50");
        rebuilt.KeysFor(VerificationRelationship.Authentication).ShouldBe(_document.KeysFor(VerificationRelationship.Authentication));
        rebuilt.Json.GetProperty("@context").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData(VerificationKeyFormat.Deployed)]
    [InlineData(VerificationKeyFormat.Multikey)]
    [InlineData(VerificationKeyFormat.JsonWebKey2020)]
    [InlineData(VerificationKeyFormat.Suite2020)]
    public void Writes_and_reads_every_key_type_in_every_format(VerificationKeyFormat format)
    {
        foreach (var type in Enum.GetValues<KeyType>())
        {
            using var key = PrivateKey.Generate(type);

            var document = new DidDocumentBuilder(Did.Parse("did:example:a"))
                .AddKey("#key-1", key.PublicKey, format, VerificationRelationship.AssertionMethod)
                .Build();

            DidDocument.Parse(document.ToUtf8Json()).KeysFor(VerificationRelationship.AssertionMethod).ShouldBe([key.PublicKey]);
        }
    }

    [Fact]
    public void Builder_refuses_what_contradicts_itself()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);
        var builder = new DidDocumentBuilder(Did.Parse("did:example:a"))
            .AddKey("#key-1", key.PublicKey, VerificationKeyFormat.Multikey)
            .AddKey("#key-1", key.PublicKey, VerificationKeyFormat.Multikey);

        Should.Throw<DidException>(builder.Build).Code.ShouldBe(DidErrorCode.InvalidDocument);
        Should.Throw<InvalidOperationException>(builder.BuildStored);
        Should.Throw<InvalidOperationException>(new DidDocumentBuilder((Did?)null).Build);
    }
}

using System.Text.Json.Nodes;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Tests.W3c;

public sealed class W3cPresentationTests(W3cFlow flow) : IClassFixture<W3cFlow>
{
    private static readonly Dictionary<string, bool> Nothing = [];

    [Fact]
    public void Accepts_a_presentation_of_a_value_and_a_predicate()
    {
        var request = LandRegistry.RequestOwnerAndArea();

        var presentation = W3cPresentation.Parse(flow.Present(request, flow.OwnerAndArea()).ToUtf8Json());

        flow.Verify(presentation, request).ShouldBe(new PresentationVerdict.Accepted());
        presentation.Credentials.Single().Subject["Owner"].ShouldBe(new W3cValue.Text("Ana Žižek"));
        presentation.Credentials.Single().Subject["area"].ShouldBe(new W3cValue.Proven());
        presentation.ToString().ShouldBe("[redacted]");
    }

    [Fact]
    public void Accepts_an_attribute_that_is_kept_back()
    {
        var request = LandRegistry.RequestOwnerAndArea();

        var presentation = flow.Present(request, flow.Choice(flow.Held, new Dictionary<string, bool> { ["owner"] = false }, "area"));

        flow.Verify(presentation, request).ShouldBeOfType<PresentationVerdict.Accepted>();
        presentation.Credentials.Single().Subject.Keys.ShouldBe(["area"]);
    }

    [Fact]
    public void Accepts_a_group_and_two_credentials_of_one_definition()
    {
        var (_, second) = flow.Issue("Bo", "7", W3cForm.Version20());
        var request = LandRegistry.RequestOwnerAndArea() with
        {
            RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["all"] = new() { Names = ["owner", "AREA"] } },
        };

        var presentation = flow.Present(
            request, flow.Choice(second, new Dictionary<string, bool> { ["all"] = true }), flow.Choice(flow.Held, Nothing, "area"));

        flow.Verify(W3cPresentation.Parse(presentation.ToUtf8Json()), request).ShouldBeOfType<PresentationVerdict.Accepted>();
        presentation.Credentials[0].Subject["area"].ShouldBe(new W3cValue.Number(7));
    }

    [Fact]
    public void Refuses_to_show_a_negative_value()
    {
        var request = LandRegistry.RequestOwnerAndArea() with
        {
            RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["area"] = new() { Name = "area" } },
            RequestedPredicates = new Dictionary<string, RequestedPredicate>(),
        };

        var choice = flow.Choice(flow.Held, new Dictionary<string, bool> { ["area"] = true });

        Should.Throw<AnonCredsException>(() => flow.Present(request, choice)).Code.ShouldBe(AnonCredsErrorCode.CannotPresent);
    }

    [Fact]
    public void Refuses_to_present_nothing() =>
        Should.Throw<AnonCredsException>(() => flow.Present(LandRegistry.RequestOwnerAndArea())).Code.ShouldBe(AnonCredsErrorCode.Invalid);

    [Fact]
    public void Refuses_the_presentation_of_another_request()
    {
        var presentation = flow.Present(LandRegistry.RequestOwnerAndArea(), flow.OwnerAndArea());

        Check(flow.Verify(presentation, LandRegistry.RequestOwnerAndArea())).ShouldBe(PresentationCheck.Nonce);
    }

    [Fact]
    public void Refuses_a_credential_that_the_restrictions_exclude()
    {
        var request = LandRegistry.RequestOwnerAndArea();
        var presentation = flow.Present(request, flow.OwnerAndArea());

        Check(flow.Verify(presentation, WithRestriction(request, "issuer_id", "did:web:other.example"))).ShouldBe(PresentationCheck.Restrictions);
        Check(flow.Verify(presentation, WithRestriction(request, "attr::Owner::value", "Bo"))).ShouldBe(PresentationCheck.Restrictions);
        flow.Verify(presentation, WithRestriction(request, "attr::Owner::value", "Ana Žižek")).ShouldBeOfType<PresentationVerdict.Accepted>();
    }

    [Fact]
    public void Refuses_a_restriction_on_a_value_that_is_not_shown()
    {
        var request = LandRegistry.RequestOwnerAndArea();
        var presentation = flow.Present(request, flow.Choice(flow.Held, new Dictionary<string, bool> { ["owner"] = false }, "area"));

        Check(flow.Verify(presentation, WithRestriction(request, "attr::Owner::value", "Ana Žižek"))).ShouldBe(PresentationCheck.Restrictions);
    }

    [Fact]
    public void Refuses_more_and_less_than_was_asked_for()
    {
        var request = LandRegistry.RequestOwnerAndArea();
        var presentation = flow.Present(request, flow.OwnerAndArea());
        var less = request with { RequestedAttributes = new Dictionary<string, RequestedAttribute>() };
        var more = request with { RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["x"] = new() { Name = "colour" } } };

        Check(flow.Verify(presentation, less)).ShouldBe(PresentationCheck.SubProofContent);
        Check(flow.Verify(presentation, more)).ShouldBe(PresentationCheck.Referents);
    }

    public static TheoryData<string, Action<JsonNode>, PresentationCheck> Changes => new()
    {
        { "value", node => Subject(node)["Owner"] = "Bo", PresentationCheck.Subject },
        { "number", node => Subject(node)["Owner"] = 5, PresentationCheck.Subject },
        { "added", node => Subject(node)["colour"] = "red", PresentationCheck.Subject },
        { "removed", node => Subject(node).AsObject().Remove("Owner"), PresentationCheck.Subject },
        { "proven added", node => Subject(node)["colour"] = true, PresentationCheck.Subject },
        { "proven removed", node => Subject(node).AsObject().Remove("area"), PresentationCheck.Subject },
        { "issuer", node => Derived(node)["issuer"] = "did:web:other.example", PresentationCheck.ObjectsFit },
        { "challenge", node => node["proof"]!["challenge"] = "1", PresentationCheck.Nonce },
        { "no challenge", node => node["proof"]!.AsObject().Remove("challenge"), PresentationCheck.Nonce },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Rejects_a_document_that_says_other_than_its_proof(string what, Action<JsonNode> change, PresentationCheck check)
    {
        var request = LandRegistry.RequestOwnerAndArea();
        var presentation = flow.Present(request, flow.OwnerAndArea());

        Check(flow.VerifyChanged(presentation, request, change)).ShouldBe(check, what);
    }

    public static TheoryData<string, Action<JsonNode>> Damages => new()
    {
        { "false", node => Subject(node)["colour"] = false },
        { "derived context", node => Derived(node)["@context"] = new JsonArray("https://example.org/v9") },
        { "derived type", node => Derived(node)["type"] = new JsonArray("Other") },
        { "derived date", node => Derived(node)["issuanceDate"] = "yesterday" },
        { "derived member", node => Derived(node)["extra"] = 1 },
        { "method", node => Derived(node)["proof"]!["verificationMethod"] = "did:web:other.example" },
        { "context", node => node["@context"] = new JsonArray("https://example.org/v9") },
        { "type", node => node["type"] = new JsonArray("VerifiableCredential") },
        { "member", node => node["extra"] = 1 },
        { "no credentials", node => node["verifiableCredential"] = new JsonArray() },
        { "null for a credential", node => node["verifiableCredential"] = new JsonArray(null, null) },
        { "purpose", node => node["proof"]!["proofPurpose"] = "assertionMethod" },
        { "last method", node => node["proof"]!["verificationMethod"] = "did:web:other.example" },
        { "swapped values", node => node["proof"]!["proofValue"] = Derived(node)["proof"]!["proofValue"]!.DeepClone() },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Refuses_a_document_that_breaks_a_rule_when_it_is_read(string what, Action<JsonNode> damage)
    {
        var presentation = flow.Present(LandRegistry.RequestOwnerAndArea(), flow.OwnerAndArea());

        Should.Throw<AnonCredsException>(() => W3cPresentation.Parse(W3cFlow.Changed(presentation.ToUtf8Json(), damage)), what).Field.ShouldNotBeNull();
    }

    [Fact]
    public void Refuses_a_presentation_over_the_size_limit() =>
        Should.Throw<AnonCredsException>(() => W3cPresentation.Parse(new byte[Presentation.MaximumBytes + 1])).Code.ShouldBe(AnonCredsErrorCode.TooLarge);

    private static JsonNode Derived(JsonNode node) => node["verifiableCredential"]![0]!;

    private static JsonNode Subject(JsonNode node) => Derived(node)["credentialSubject"]!;

    private static PresentationCheck? Check(PresentationVerdict? verdict) => (verdict as PresentationVerdict.Rejected)?.Check;

    private static PresentationRequest WithRestriction(PresentationRequest request, string tag, string value) => request with
    {
        RequestedAttributes = new Dictionary<string, RequestedAttribute>
        {
            ["owner"] = new() { Name = "owner", Restrictions = new Restriction.EqualTo(tag, value) },
        },
    };
}

using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void Issues_holds_presents_and_verifies()
    {
        var token = TestContext.Current.CancellationToken;
        var schemaId = SchemaId.Parse("did:web:land.example/schemas/title/1");
        var definitionId = CredentialDefinitionId.Parse("did:web:land.example/definitions/title");
        var schema = new Schema { Name = "title", Version = "1", AttributeNames = ["Owner", "area"], IssuerId = IssuerId.Parse("did:web:land.example") };
        using var linkSecret = LinkSecret.Create();
        var holder = new Holder();

        var created = Issuer.CreateDefinition(schemaId, schema, schema.IssuerId, new DefinitionOptions(), token);
        var definition = CredentialDefinition.Parse(created.Definition.ToUtf8Json());
        var offer = Issuer.CreateOffer(schemaId, definitionId, created.KeyCorrectnessProof);
        var asked = holder.CreateRequest(offer, definition, linkSecret, "default", RequestContext.Create());
        var issued = new Issuer().Issue(new CredentialToIssue
        {
            Definition = definition,
            Private = created.Private,
            Offer = offer,
            Request = CredentialRequest.Parse(asked.Request.ToUtf8Json()),
            Values = new Dictionary<string, string> { ["Owner"] = "陈", ["area"] = "-120" },
        });
        var held = holder.Process(new ReceivedCredential
        {
            Credential = IssuedCredential.Parse(issued.ToUtf8Json()),
            Metadata = asked.Metadata,
            LinkSecret = linkSecret,
            Definition = definition,
            Request = asked.Request,
        });
        var request = new PresentationRequest
        {
            Nonce = Nonce.Create(),
            Name = "sale",
            Version = "1",
            RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["o"] = new() { Name = "owner" } },
            RequestedPredicates = new Dictionary<string, RequestedPredicate>
            {
                ["a"] = new() { Name = "Area", Type = PredicateType.GreaterOrEqual, Value = -121 },
            },
        };
        var presentation = holder.Present(
            request,
            [
                new CredentialToPresent
                {
                    Credential = held,
                    Schema = schema,
                    Definition = definition,
                    Attributes = new Dictionary<string, bool> { ["o"] = true },
                    Predicates = new HashSet<string> { "a" },
                },
            ],
            linkSecret);
        var verdict = new Verifier().Verify(Presentation.Parse(presentation.ToUtf8Json()), request, new VerificationObjects
        {
            Schemas = new Dictionary<SchemaId, Schema> { [schemaId] = schema },
            CredentialDefinitions = new Dictionary<CredentialDefinitionId, CredentialDefinition> { [definitionId] = definition },
        });

        verdict.ShouldBe(new PresentationVerdict.Accepted());
        definition.Value.Primary.N.GetBitLength().ShouldBe(2048);
    }
}

using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Tests;

public sealed class ReadmeTests(LandRegistry land) : IClassFixture<LandRegistry>
{
    [Fact]
    public void The_example_of_the_readme_runs()
    {
        var (created, schema, objects) = (land.Created, land.Schema, land.Objects);
        var values = new Dictionary<string, string> { ["Owner"] = "陈", ["area"] = "-120" };
        var request = LandRegistry.RequestOwnerAndArea();

        #region snippet
        using var linkSecret = LinkSecret.Create();
        var (issuer, holder, verifier) = (new Issuer(), new Holder(), new Verifier());
        var offer = Issuer.CreateOffer(land.SchemaId, land.DefinitionId, created.KeyCorrectnessProof);
        var asked = holder.CreateRequest(offer, created.Definition, linkSecret, "default", RequestContext.Create());
        var issued = issuer.Issue(new CredentialToIssue { Definition = created.Definition, Private = created.Private, Offer = offer, Request = asked.Request, Values = values });
        var held = holder.Process(new ReceivedCredential
        {
            Credential = issued, Metadata = asked.Metadata, Request = asked.Request, LinkSecret = linkSecret, Definition = created.Definition,
        });
        var choice = new CredentialToPresent
        {
            Credential = held, Schema = schema, Definition = created.Definition,
            Attributes = new Dictionary<string, bool> { ["owner"] = true }, Predicates = new HashSet<string> { "area" },
        };
        PresentationVerdict verdict = verifier.Verify(holder.Present(request, [choice], linkSecret), request, objects);
        #endregion

        verdict.ShouldBe(new PresentationVerdict.Accepted());
    }
}

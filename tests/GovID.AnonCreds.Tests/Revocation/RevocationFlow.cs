using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Tests.Revocation;

/// <summary>Issues, holds, presents and verifies a credential of a recorded registry.</summary>
internal sealed class RevocationFlow(RegistryVector vector) : IDisposable
{
    private readonly LinkSecret _linkSecret = LinkSecret.Create();
    private readonly CredentialDefinitionPrivate _definitionPrivate = vector.DefinitionPrivate();
    private readonly RevocationRegistryPrivate _private = vector.Private();

    public Holder Holder { get; } = new();

    public CreatedRequest Request(out CredentialOffer offer)
    {
        offer = Issuer.CreateOffer(vector.SchemaId, vector.DefinitionId, vector.Proof());
        return Holder.CreateRequest(offer, vector.Definition, _linkSecret, "default", RequestContext.Create());
    }

    public CredentialToIssue Prepare(CredentialOffer offer, CreatedRequest asked, ReservedIndex index, RevocationStatusList list) => new()
    {
        Definition = vector.Definition,
        Private = _definitionPrivate,
        Offer = offer,
        Request = asked.Request,
        Values = vector.Schema.AttributeNames.ToDictionary(name => name, name => $"value of {name}"),
        Revocation = new RevocationToIssue
        {
            RegistryId = vector.Id,
            Registry = vector.Registry,
            Private = _private,
            StatusList = list,
            Index = index,
        },
    };

    public (IssuedCredential Issued, HeldCredential Held) Issue(int index, RevocationStatusList list)
    {
        var asked = Request(out var offer);
        var issued = new Issuer().Issue(Prepare(offer, asked, new RevocationRegistryPlaces(vector.Registry, []).Reserve(index), list));
        var held = Holder.Process(new ReceivedCredential
        {
            Credential = IssuedCredential.Parse(issued.ToUtf8Json()),
            Metadata = asked.Metadata,
            LinkSecret = _linkSecret,
            Definition = vector.Definition,
            Registry = vector.Registry,
            Request = asked.Request,
        });
        return (issued, held);
    }

    public RevocationStatusList Update(RevocationStatusList list, StatusListChange change) =>
        Issuer.UpdateStatusList(vector.Definition, vector.Registry, _private, list, change);

    public PresentationVerdict PresentAndVerify(HeldCredential held, RevocationState state, RevocationStatusList list)
    {
        var request = RequestAt(list);
        var presentation = Holder.Present(request, [Choice(held, state)], _linkSecret);
        return new Verifier().Verify(Presentation.Parse(presentation.ToUtf8Json()), request, Objects(list));
    }

    public PresentationVerdict PresentAndVerifyW3c(HeldCredential held, RevocationState state, RevocationStatusList list)
    {
        var request = RequestAt(list);
        var kept = W3cCredential.Parse(W3cCredential.Of(held, vector.Definition.IssuerId, W3cForm.Version20()).ToUtf8Json()).ToHeld();
        var presentation = Holder.PresentW3c(request, [Choice(kept, state)], _linkSecret, W3cForm.Version20());
        return new Verifier().Verify(W3cPresentation.Parse(presentation.ToUtf8Json()), request, Objects(list));
    }

    private PresentationRequest RequestAt(RevocationStatusList list) => new()
    {
        Nonce = Nonce.Create(),
        Name = "check",
        Version = "1",
        RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["a"] = new() { Name = vector.Schema.AttributeNames[0] } },
        RequestedPredicates = new Dictionary<string, RequestedPredicate>(),
        NonRevoked = new NonRevokedInterval(To: list.Timestamp),
    };

    private CredentialToPresent Choice(HeldCredential held, RevocationState state) => new()
    {
        Credential = held,
        Schema = vector.Schema,
        Definition = vector.Definition,
        Attributes = new Dictionary<string, bool> { ["a"] = true },
        NonRevocation = new NonRevocationEvidence(vector.Registry, state),
    };

    private VerificationObjects Objects(RevocationStatusList list) => new()
    {
        Schemas = new Dictionary<SchemaId, Schema> { [vector.SchemaId] = vector.Schema },
        CredentialDefinitions = new Dictionary<CredentialDefinitionId, CredentialDefinition> { [vector.DefinitionId] = vector.Definition },
        Registries = new Dictionary<RevocationRegistryId, RevocationRegistryDefinition> { [vector.Id] = vector.Registry },
        StatusLists = [list],
    };

    public void Dispose()
    {
        _linkSecret.Dispose();
        _definitionPrivate.Dispose();
        _private.Dispose();
    }
}

using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Tests.W3c;

/// <summary>One credential of the land registry, issued, processed and presented in W3C form.</summary>
public sealed class W3cFlow : IDisposable
{
    public static readonly W3cForm Form = W3cForm.Version11(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));

    private readonly LinkSecret _linkSecret = LinkSecret.Create();
    private readonly Holder _holder = new();

    public W3cFlow() => (Issued, Held) = Issue("Ana Žižek", "-120");

    public LandRegistry Land { get; } = new();

    public W3cCredential Issued { get; }

    public W3cCredential Held { get; }

    public (W3cCredential Issued, W3cCredential Held) Issue(string owner, string area, W3cForm? form = null)
    {
        var definition = Land.Created.Definition;
        var offer = Issuer.CreateOffer(Land.SchemaId, Land.DefinitionId, Land.Created.KeyCorrectnessProof);
        var asked = _holder.CreateRequest(offer, definition, _linkSecret, "default", RequestContext.Create());
        var credential = new Issuer().Issue(new CredentialToIssue
        {
            Definition = definition,
            Private = Land.Created.Private,
            Offer = offer,
            Request = asked.Request,
            Values = new Dictionary<string, string> { ["Owner"] = owner, ["area"] = area },
        });
        var issued = W3cCredential.Parse(W3cCredential.Of(credential, definition.IssuerId, form ?? Form).ToUtf8Json());
        var held = _holder.Process(new ReceivedCredential
        {
            Credential = issued.ToIssued(definition),
            Metadata = asked.Metadata,
            LinkSecret = _linkSecret,
            Definition = definition,
            Request = asked.Request,
        });
        asked.Metadata.Dispose();
        return (issued, issued.With(held));
    }

    public W3cPresentation Present(PresentationRequest request, params IReadOnlyList<CredentialToPresent> choices) =>
        _holder.PresentW3c(request, choices, _linkSecret, Form);

    public CredentialToPresent Choice(W3cCredential credential, IReadOnlyDictionary<string, bool> attributes, params string[] predicates) => new()
    {
        Credential = credential.ToHeld(),
        Schema = Land.Schema,
        Definition = Land.Created.Definition,
        Attributes = attributes,
        Predicates = predicates.ToHashSet(),
    };

    /// <summary>The owner shown, the area compared.</summary>
    public CredentialToPresent OwnerAndArea() => Choice(Held, new Dictionary<string, bool> { ["owner"] = true }, "area");

    public PresentationVerdict Verify(W3cPresentation presentation, PresentationRequest request) =>
        new Verifier().Verify(presentation, request, Land.Objects);

    /// <summary>What changing the JSON of a presentation leads to; null when it is refused on reading.</summary>
    public PresentationVerdict? VerifyChanged(W3cPresentation presentation, PresentationRequest request, Action<JsonNode> change)
    {
        try
        {
            return Verify(W3cPresentation.Parse(Changed(presentation.ToUtf8Json(), change)), request);
        }
        catch (AnonCredsException)
        {
            return null;
        }
    }

    public static byte[] Changed(byte[] utf8, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(utf8)!;
        change(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    public void Dispose()
    {
        _linkSecret.Dispose();
        Land.Dispose();
    }
}

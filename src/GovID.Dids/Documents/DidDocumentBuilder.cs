using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Dids.Internal;

namespace GovID.Dids.Documents;

/// <summary>Puts a DID document together and checks it at the end.</summary>
/// <remarks>
/// Without a subject it makes what did:peer:1 and did:peer:4 take: a document whose ids are relative and whose keys name no controller.
/// </remarks>
public sealed class DidDocumentBuilder
{
    private const string CoreContext = "https://www.w3.org/ns/did/v1";

    private readonly Did? _subject;
    private readonly List<(string Name, JsonElement Value)> _others = [];
    private readonly List<JsonElement> _contexts = [];
    private readonly List<string> _alsoKnownAs = [];
    private readonly List<string> _controllers = [];
    private readonly List<JsonElement> _methods = [];
    private readonly Dictionary<VerificationRelationship, List<JsonElement>> _relationships = [];
    private readonly List<JsonElement> _services = [];

    /// <summary>Begins a document about <paramref name="subject"/>; null for the stored form of did:peer:1 and did:peer:4.</summary>
    public DidDocumentBuilder(Did? subject)
    {
        _subject = subject;
        _contexts.Add(JsonBuild.Text(CoreContext));
    }

    internal DidDocumentBuilder(DidDocument document)
    {
        _subject = document.Id;
        foreach (var member in document.Json.EnumerateObject())
        {
            if (member.Name is "@context") _contexts.AddRange(AsItems(member.Value));
            else if (!IsBuilt(member.Name)) _others.Add((member.Name, member.Value));
        }

        _alsoKnownAs.AddRange(document.AlsoKnownAs);
        _controllers.AddRange(document.Controllers.Select(did => did.ToString()));
        _methods.AddRange(document.VerificationMethods.Select(method => method.Json));
        _services.AddRange(document.Services.Select(service => service.Json));
        foreach (var relationship in Enum.GetValues<VerificationRelationship>())
            _relationships[relationship] = [.. JsonRead.Items(document.Json, Relationship.NameOf(relationship))];
    }

    /// <summary>Adds a JSON-LD context unless it is there already.</summary>
    public DidDocumentBuilder AddContext(string context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_contexts.Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == context)) _contexts.Add(JsonBuild.Text(context));
        return this;
    }

    /// <summary>Leaves <c>@context</c> out: the plain JSON representation (DID Core 1.0, 6.2).</summary>
    public DidDocumentBuilder WithoutContext()
    {
        _contexts.Clear();
        return this;
    }

    /// <summary>Adds another identifier of the subject.</summary>
    public DidDocumentBuilder AddAlsoKnownAs(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        _alsoKnownAs.Add(identifier);
        return this;
    }

    /// <summary>Adds a controller of the document.</summary>
    public DidDocumentBuilder AddController(Did controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        _controllers.Add(controller.ToString());
        return this;
    }

    /// <summary>Adds a key to <c>verificationMethod</c> and references it from each relationship.</summary>
    /// <param name="id">Relative (<c>#key-1</c>) or absolute.</param>
    /// <param name="key">The key; the context of its type is added.</param>
    /// <param name="format">How the key is written.</param>
    /// <param name="relationships">What the key is for.</param>
    public DidDocumentBuilder AddKey(string id, PublicKey key, VerificationKeyFormat format, params IEnumerable<VerificationRelationship> relationships)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(relationships);
        var absolute = _subject is not null && id.StartsWith('#') ? _subject + id : id;
        var method = VerificationMethod.Create(absolute, _subject?.ToString(), key, format);
        AddContext(KeyMaterial.ContextOf(method.Type));
        AddMethod(method);
        foreach (var relationship in relationships) AddReference(relationship, absolute);
        return this;
    }

    /// <summary>Adds a key to <c>verificationMethod</c> as it is.</summary>
    public DidDocumentBuilder AddMethod(VerificationMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        _methods.Add(method.Json);
        return this;
    }

    /// <summary>Adds a reference to a key to a relationship.</summary>
    public DidDocumentBuilder AddReference(VerificationRelationship relationship, string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Entries(relationship).Add(JsonBuild.Text(reference));
        return this;
    }

    /// <summary>Embeds a key in a relationship: it can be used in no other way (DID Core 1.0, 5.3).</summary>
    public DidDocumentBuilder AddEmbedded(VerificationRelationship relationship, VerificationMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Entries(relationship).Add(method.Json);
        return this;
    }

    /// <summary>Adds a service as it is.</summary>
    public DidDocumentBuilder AddService(ServiceEntry service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _services.Add(service.Json);
        return this;
    }

    /// <summary>Makes the document and checks it.</summary>
    /// <exception cref="InvalidOperationException">The builder has no subject: call <see cref="BuildStored"/>.</exception>
    /// <exception cref="DidException"><see cref="DidErrorCode.InvalidDocument"/>: the document contradicts itself.</exception>
    public DidDocument Build()
    {
        var document = BuildUnchecked();
        document.EnsureValid();
        return document;
    }

    /// <summary>Makes the compact JSON of a document without subject, as <see cref="Methods.DidPeer.CreateGenesis"/> and
    /// <see cref="Methods.DidPeer.CreateLongForm"/> take it.</summary>
    /// <exception cref="InvalidOperationException">The builder has a subject.</exception>
    public byte[] BuildStored() => _subject is null
        ? CompactJson.ToBytes(Write())
        : throw new InvalidOperationException("A stored document names no subject: begin the builder with null.");

    internal DidDocument BuildUnchecked() => _subject is not null
        ? DidDocument.FromJson(Write())
        : throw new InvalidOperationException("The builder has no subject: begin it with a DID, or call BuildStored.");

    private JsonElement Write() => JsonBuild.Object(writer =>
    {
        if (_contexts.Count > 0) JsonBuild.WriteItems(writer, "@context", _contexts);
        if (_subject is not null) writer.WriteString("id", _subject.ToString());
        if (_alsoKnownAs.Count > 0) JsonBuild.WriteTexts(writer, "alsoKnownAs", _alsoKnownAs);
        if (_controllers.Count > 0) JsonBuild.WriteTexts(writer, "controller", _controllers);
        if (_methods.Count > 0) JsonBuild.WriteItems(writer, "verificationMethod", _methods);
        foreach (var (relationship, entries) in _relationships.OrderBy(pair => pair.Key))
        {
            if (entries.Count > 0) JsonBuild.WriteItems(writer, Relationship.NameOf(relationship), entries);
        }

        if (_services.Count > 0) JsonBuild.WriteItems(writer, "service", _services);
        foreach (var (name, value) in _others) JsonBuild.WriteMember(writer, name, value);
    });

    private List<JsonElement> Entries(VerificationRelationship relationship)
    {
        if (!_relationships.TryGetValue(relationship, out var entries)) _relationships[relationship] = entries = [];
        return entries;
    }

    private static JsonElement[] AsItems(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsBuilt(string name) =>
        name is "id" or "alsoKnownAs" or "controller" or "verificationMethod" or "service"
        || Enum.GetValues<VerificationRelationship>().Any(each => Relationship.NameOf(each) == name);
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Dids.Internal;

namespace GovID.Dids.Documents;

/// <summary>A DID document, read strictly, immutable, and written again as it came (DID Core 1.0, chapters 4 to 6).</summary>
/// <remarks>
/// Members that are not known here are kept. Reading checks the form; <see cref="Validate"/> checks that the document does not
/// contradict itself. Looking for keys never trusts a document that does: an id that stands there twice finds nothing.
/// </remarks>
public sealed class DidDocument : IEquatable<DidDocument>
{
    /// <summary>The most bytes a document may have.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>The most keys, and the most services, a document may have.</summary>
    public const int MaximumEntries = 256;

    private readonly Dictionary<VerificationRelationship, Relationship> _relationships;
    private readonly Lazy<Dictionary<DidUrl, VerificationMethod?>> _methodsById;

    private DidDocument(JsonElement json)
    {
        Json = json;
        Id = Did.Parse(JsonRead.Text(json, "id"), "id");
        AlsoKnownAs = JsonRead.Texts(json, "alsoKnownAs");
        Controllers = [.. JsonRead.Texts(json, "controller").Select(text => Did.Parse(text, "controller"))];
        VerificationMethods = [.. JsonRead.Items(json, "verificationMethod").Select(VerificationMethod.FromJson)];
        Services = [.. JsonRead.Items(json, "service").Select(ServiceEntry.FromJson)];
        _relationships = Enum.GetValues<VerificationRelationship>().ToDictionary(each => each, each => Relationship.Read(json, each));
        var keys = VerificationMethods.Count + _relationships.Values.Sum(each => each.Entries.Count);
        _methodsById = new(IndexMethods);
        if (keys > MaximumEntries || Services.Count > MaximumEntries)
            throw new DidException(DidErrorCode.LimitExceeded, $"A document has at most {MaximumEntries} keys and as many services.", "verificationMethod");
    }

    /// <summary>The subject.</summary>
    public Did Id { get; }

    /// <summary>The JSON-LD contexts that are written as texts; empty for the plain JSON representation.</summary>
    public IReadOnlyList<string> Contexts => !Json.TryGetProperty("@context", out var context) ? []
        : context.ValueKind == JsonValueKind.String ? [context.GetString()!]
        : context.ValueKind != JsonValueKind.Array ? []
        : [.. context.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    /// <summary>Other identifiers the subject claims for itself. A claim, not a proof: the other side must claim it too.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; }

    /// <summary>Who may change the document; empty when not stated.</summary>
    public IReadOnlyList<Did> Controllers { get; }

    /// <summary>The keys of the member <c>verificationMethod</c>; keys embedded in a relationship are not among them.</summary>
    public IReadOnlyList<VerificationMethod> VerificationMethods { get; }

    /// <summary>The services in their order.</summary>
    public IReadOnlyList<ServiceEntry> Services { get; }

    /// <summary>The document as it was written.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a document from UTF-8 JSON.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>: not JSON, a member twice, a member of a wrong type;
    /// <see cref="DidErrorCode.LimitExceeded"/>: longer than <see cref="MaximumBytes"/>, or too many entries.</exception>
    public static DidDocument Parse(ReadOnlyMemory<byte> utf8) => new(StrictJson.ParseObject(utf8, MaximumBytes, "document"));

    /// <summary>Reads a document from JSON text.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static DidDocument Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaximumBytes)
            throw new DidException(DidErrorCode.LimitExceeded, $"A document has at most {MaximumBytes} bytes.", "document");
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a document from UTF-8 JSON; false for what <see cref="Parse(ReadOnlyMemory{byte})"/> refuses.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out DidDocument? document)
    {
        try
        {
            document = Parse(utf8);
            return true;
        }
        catch (DidException)
        {
            document = null;
            return false;
        }
    }

    /// <summary>The keys the subject may use in this way, referenced and embedded, in their order.</summary>
    /// <remarks>A reference to nothing, to another document, or to an id that stands there twice gives no key.</remarks>
    public IReadOnlyList<VerificationMethod> MethodsFor(VerificationRelationship relationship) =>
        [.. _relationships[relationship].Entries.Select(Find).OfType<VerificationMethod>()];

    /// <summary>The readable keys the subject may use in this way, in their order.</summary>
    public IReadOnlyList<PublicKey> KeysFor(VerificationRelationship relationship) =>
        [.. MethodsFor(relationship).Select(method => method.TryGetPublicKey(out var key) ? key : null).OfType<PublicKey>()];

    /// <summary>The references a relationship names, as written; embedded keys are not among them.</summary>
    public IReadOnlyList<string> ReferencesOf(VerificationRelationship relationship) =>
        [.. _relationships[relationship].Entries.Select(entry => entry.Reference).OfType<string>()];

    /// <summary>Finds a key of this document by its id, absolute or relative.</summary>
    /// <returns>Null when there is none, or when the id stands at two different keys.</returns>
    public VerificationMethod? FindMethod(string reference) =>
        DidUrl.TryResolve(Id, reference, out var wanted) ? _methodsById.Value.GetValueOrDefault(wanted) : null;

    /// <summary>
    /// Finds the key that a service's <c>recipientKeys</c> or <c>routingKeys</c> mean: did:key, base58 of an Ed25519 key, a reference into
    /// this document, or the name that old writers of did:peer gave a key (its multikey without the first letter, or eight letters of it).
    /// </summary>
    /// <returns>Null when the text means no key that is read here, or more than one.</returns>
    public PublicKey? FindKey(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return KeyReference.Find(this, reference);
    }

    /// <summary>Finds a service by its id, absolute or relative; null when there is none or the id stands there twice.</summary>
    public ServiceEntry? FindService(string reference)
    {
        if (!DidUrl.TryResolve(Id, reference, out var wanted)) return null;
        var found = Services.Where(service => DidUrl.TryResolve(Id, service.Id, out var id) && id == wanted).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Lists where the document contradicts itself or DID Core; empty for a sound document.</summary>
    public IReadOnlyList<string> Validate() => [.. DocumentRules.Check(this)];

    /// <summary>Refuses a document that contradicts itself.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.InvalidDocument"/> with the first finding of <see cref="Validate"/>.</exception>
    public void EnsureValid()
    {
        if (DocumentRules.Check(this).FirstOrDefault() is { } finding)
            throw new DidException(DidErrorCode.InvalidDocument, finding, "document");
    }

    /// <summary>A builder that begins with this document.</summary>
    public DidDocumentBuilder ToBuilder() => new(this);

    /// <summary>The document as compact UTF-8 JSON, members in the order they came.</summary>
    public byte[] ToUtf8Json() => CompactJson.ToBytes(Json);

    /// <summary>Two documents are equal when their JSON is, whatever the order of members.</summary>
    public bool Equals([NotNullWhen(true)] DidDocument? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as DidDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The document as compact JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToUtf8Json());

    internal static DidDocument FromJson(JsonElement json) => new(json);

    internal IEnumerable<VerificationMethod> AllMethods() =>
        VerificationMethods.Concat(_relationships.Values.SelectMany(each => each.Entries).Select(entry => entry.Embedded).OfType<VerificationMethod>());

    // An id at two keys finds none of them.
    private Dictionary<DidUrl, VerificationMethod?> IndexMethods()
    {
        var index = new Dictionary<DidUrl, VerificationMethod?>();
        foreach (var method in AllMethods())
        {
            if (DidUrl.TryResolve(Id, method.Id, out var id) && !index.TryAdd(id, method)) index[id] = null;
        }

        return index;
    }

    private VerificationMethod? Find(RelationshipEntry entry) => entry.Embedded ?? FindMethod(entry.Reference!);
}

using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.DidIndy;

/// <summary>One JSON file of documents or content.</summary>
internal sealed class DocumentFile(string name, JsonElement json)
{
    private const string SigningType = "Ed25519VerificationKey2018";
    private const string AgreementType = "X25519KeyAgreementKey2019";
    private readonly HashSet<string> _texts = [.. Texts(json)];

    public string Name => name;

    public JsonElement Json => json;

    public string? Id => json.Optional("id") is { ValueKind: JsonValueKind.String } id ? id.GetString() : null;

    public bool IsIndy => IndyDid.TryParse(Id, out _);

    public bool IsSov => Id?.StartsWith("did:sov:", StringComparison.Ordinal) == true;

    public LedgerMap ToMap() => LedgerMap.Parse(json.GetRawText());

    /// <summary>The file that shares most texts with this one; null when none shares any.</summary>
    public DocumentFile? Nearest(IEnumerable<DocumentFile> files) => files
        .Select(file => (File: file, Shared: _texts.Count(file._texts.Contains)))
        .Where(pair => pair.Shared > 0)
        .OrderByDescending(pair => pair.Shared)
        .Select(pair => pair.File)
        .FirstOrDefault();

    /// <summary>
    /// The key of the NYM. A document without a key to encrypt to cannot confirm its own; another document of the same identifier can.
    /// </summary>
    public Verkey Verkey(IEnumerable<DocumentFile> all)
    {
        var witness = KeyOf(AgreementType) is not null ? this : all.FirstOrDefault(file => file != this && file.ShortId == ShortId && file.ConfirmsItself) ?? this;
        return Ledger.Identifiers.Verkey.Parse(witness.KeyOf(SigningType) ?? throw new MismatchException("the document has no signing key"));
    }

    private string? ShortId => Id?[(Id.LastIndexOf(':') + 1)..];

    private bool ConfirmsItself =>
        Ledger.Identifiers.Verkey.TryParse(KeyOf(SigningType), out var key) && LedgerDid.TryParse(ShortId, out var did)
        && key.ToPublicKey(did) is { } signing && Base58.Encode(signing.ToX25519().Export()) == KeyOf(AgreementType);

    private string? KeyOf(string type) => json.Optional("verificationMethod") is { ValueKind: JsonValueKind.Array } methods
        ? methods.EnumerateArray().Where(method => method.Optional("type")?.ToString() == type)
            .Select(method => method.Optional("publicKeyBase58")?.ToString()).FirstOrDefault()
        : null;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}

using System.Text.Json;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The rules that credentials and presentations share (specification 11).</summary>
internal static class DocumentRules
{
    /// <summary>The longest identifier of a document, in UTF-16 units.</summary>
    public const int MaximumText = 2048;

    private const int MaximumEntries = 32;
    private const string Context11 = "https://www.w3.org/2018/credentials/v1";
    private const string Context20 = "https://www.w3.org/ns/credentials/v2";
    private const string Integrity = "https://w3id.org/security/data-integrity/v2";

    private static readonly JsonElement[] Written11 =
        Parse($$"""["{{Context11}}", "{{Integrity}}", {"@vocab": "https://www.w3.org/ns/credentials/issuer-dependent#"}]""");

    private static readonly JsonElement[] Written20 =
        Parse($$"""["{{Context20}}", {"@vocab": "https://www.w3.org/ns/credentials/issuer-dependent#"}]""");

    /// <summary>The contexts that are written.</summary>
    public static IReadOnlyList<JsonElement> Contexts(W3cVersion version) => version == W3cVersion.Version11 ? Written11 : Written20;

    /// <summary>The first context decides the version, further ones are allowed; the type is among the types.</summary>
    public static W3cVersion CheckHead(string path, IReadOnlyList<JsonElement> context, IReadOnlyList<string> types, string type)
    {
        var field = $"{path}.@context";
        Require(context.Count is > 0 and <= MaximumEntries, field, $"there are 1 to {MaximumEntries} contexts");
        Require(context.All(entry => entry.ValueKind is JsonValueKind.String or JsonValueKind.Object), field, "a context is a text or an object");
        var first = context[0].ValueKind == JsonValueKind.String ? context[0].GetString() : null;
        Require(first is Context11 or Context20, field, $"the first context is {Context11} or {Context20}");
        Require(types.Count <= MaximumEntries && types.Contains(type), $"{path}.type", $"it contains '{type}', and at most {MaximumEntries} types");
        return first == Context11 ? W3cVersion.Version11 : W3cVersion.Version20;
    }

    public static void CheckProof(string path, DataIntegrityProof proof, string purpose)
    {
        Require(proof.Type == DataIntegrityProof.ProofType, $"{path}.type", $"it is '{DataIntegrityProof.ProofType}'");
        Require(proof.Purpose == purpose, $"{path}.proofPurpose", $"it is '{purpose}'");
    }

    public static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The document is refused at {field}: {fix}.", field);
    }

    private static JsonElement[] Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}

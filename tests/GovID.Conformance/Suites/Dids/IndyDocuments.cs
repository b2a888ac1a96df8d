using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Dids;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Conformance.Suites.Dids;

/// <summary>The documents of did:indy as the folder's own ledger client builds them (indy-ledger 14.3).</summary>
internal static class IndyDocuments
{
    /// <summary>Without content: the key, and with an endpoint a key to encrypt to and its services.</summary>
    public static JsonElement FromEndpoint(Did did, PublicKey verkey, IndyEndpoint? endpoint)
    {
        var builder = Begin(did, verkey);
        if (endpoint is null) return builder.Build().Json;
        builder.AddKey("#key-agreement-1", verkey.ToX25519(), VerificationKeyFormat.Deployed, VerificationRelationship.KeyAgreement);
        endpoint.AddServices(builder, did, $"{did}#key-agreement-1");
        return builder.Build().Json;
    }

    /// <summary>With content: its lists are appended, its contexts added where they are new, its other members taken over.</summary>
    public static JsonElement FromContent(Did did, PublicKey verkey, JsonElement content)
    {
        Conformance.Check.That("content", content.Optional("id") is null, "the content names a subject of its own");
        var begun = Begin(did, verkey).Build().Json;
        var names = begun.EnumerateObject().Concat(content.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        using var merged = JsonDocument.Parse("{" + string.Join(',', names.Select(name => $"\"{name}\":{Merge(name, begun.Optional(name), content.Optional(name))}")) + "}");
        return merged.RootElement.Clone();
    }

    private static DidDocumentBuilder Begin(Did did, PublicKey verkey) => new DidDocumentBuilder(did)
        .AddKey("#verkey", verkey, VerificationKeyFormat.Deployed, VerificationRelationship.Authentication);

    private static string Merge(string name, JsonElement? begun, JsonElement? added)
    {
        if (begun is not { ValueKind: JsonValueKind.Array } first || added is not { ValueKind: JsonValueKind.Array } second)
            return (begun ?? added)!.Value.GetRawText();
        var texts = first.EnumerateArray().Concat(second.EnumerateArray()).Select(item => item.GetRawText());
        return $"[{string.Join(',', name == "@context" ? texts.Distinct(StringComparer.Ordinal) : texts)}]";
    }
}

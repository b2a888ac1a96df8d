using System.Text.Json.Nodes;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Schemas;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>One file of <c>keys/</c>.</summary>
internal sealed class VectorKey(string name, JsonNode json)
{
    public SchemaId SchemaId { get; } = SchemaId.Parse(json["schemaId"]!.GetValue<string>());

    public CredentialDefinitionId CredentialDefinitionId { get; } = CredentialDefinitionId.Parse(json["credDefId"]!.GetValue<string>());

    public Schema Schema { get; } = Schema.Parse(Utf8(json["schema"]!));

    public CredentialDefinition Definition { get; } = CredentialDefinition.Parse(Utf8(json["credDef"]!));

    public KeyCorrectnessProof CorrectnessProof { get; } = CredentialOffer.Parse(Utf8(new JsonObject
    {
        ["schema_id"] = json["schemaId"]!.DeepClone(),
        ["cred_def_id"] = json["credDefId"]!.DeepClone(),
        ["key_correctness_proof"] = json["keyCorrectnessProof"]!.DeepClone(),
        ["nonce"] = "1",
    })).KeyCorrectnessProof;

    public PreparedKey Prepared { get; } = new(CredentialDefinition.Parse(Utf8(json["credDef"]!)).Value.Primary);

    /// <summary>The name that the file is found by.</summary>
    public string Name => name;

    public JsonNode Json => json;

    /// <summary>The key of a definition among those that a case names.</summary>
    public static VectorKey Of(AnonCredsFolder folder, JsonNode json, CredentialDefinitionId id) =>
        json["keys"]!.AsArray().Select(name => folder.Key(name!.GetValue<string>())).First(key => key.CredentialDefinitionId == id);

    public static byte[] Utf8(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(node.ToJsonString());
}

using System.Text.Json.Nodes;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Schemas;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>One file of <c>keys/</c>.</summary>
internal sealed class VectorKey(JsonNode json)
{
    public SchemaId SchemaId { get; } = SchemaId.Parse(json["schemaId"]!.GetValue<string>());

    public CredentialDefinitionId CredentialDefinitionId { get; } = CredentialDefinitionId.Parse(json["credDefId"]!.GetValue<string>());

    public Schema Schema { get; } = Schema.Parse(Utf8(json["schema"]!));

    public CredentialDefinition Definition { get; } = CredentialDefinition.Parse(Utf8(json["credDef"]!));

    public JsonNode Json => json;

    public static byte[] Utf8(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(node.ToJsonString());
}

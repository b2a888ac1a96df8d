using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;
using GovID.TestKit;

namespace GovID.AnonCreds.Tests.Revocation;

/// <summary>A recorded registry with its keys, lists and tails.</summary>
internal sealed class RegistryVector
{
    private readonly byte[] _private;

    private RegistryVector(RegistryVector other, CreatedRegistry registry)
        : this(other.Json, other.KeyJson)
    {
        Registry = registry.Definition;
        _private = registry.Private.ExportUtf8Json();
    }

    private RegistryVector(JsonNode json, JsonNode key)
    {
        _private = Utf8(json["rev_reg_def_private"]!);
        Json = json;
        KeyJson = key;
        Id = RevocationRegistryId.Parse(json["rev_reg_def_id"]!.GetValue<string>());
        DefinitionId = CredentialDefinitionId.Parse(key["credDefId"]!.GetValue<string>());
        SchemaId = SchemaId.Parse(key["schemaId"]!.GetValue<string>());
        Schema = Schema.Parse(Utf8(key["schema"]!));
        Definition = CredentialDefinition.Parse(Utf8(key["credDef"]!));
        Registry = RevocationRegistryDefinition.Parse(Utf8(json["rev_reg_def"]!));
        Lists = [.. json["status_lists"]!.AsArray().Select(list => RevocationStatusList.Parse(Utf8(list!)))];
        Tails = Convert.FromBase64String(json["tails_file_base64"]!.GetValue<string>());
    }

    public static TheoryData<string> Names => ["", "credit-10-on-demand", "credit-4", "lic-64", "lic-8"];

    public JsonNode Json { get; }

    public JsonNode KeyJson { get; }

    public RevocationRegistryId Id { get; }

    public CredentialDefinitionId DefinitionId { get; }

    public SchemaId SchemaId { get; }

    public Schema Schema { get; }

    public CredentialDefinition Definition { get; }

    public RevocationRegistryDefinition Registry { get; private set; }

    public RevocationStatusList[] Lists { get; }

    public byte[] Tails { get; }

    /// <summary>The same keys with another registry.</summary>
    public RegistryVector With(CreatedRegistry registry) => new(this, registry);

    public RevocationRegistryPrivate Private() => RevocationRegistryPrivate.Parse(_private);

    public CredentialDefinitionPrivate DefinitionPrivate() => CredentialDefinitionPrivate.Parse(Utf8(KeyJson["credDefPrivate"]!));

    public KeyCorrectnessProof Proof() => StrictJson.Parse(Utf8(KeyJson["keyCorrectnessProof"]!), AnonCredsJson.Default.KeyCorrectnessProof, 65_536);

    /// <summary>Reads a registry of the reference; without a name the flow of its own.</summary>
    public static RegistryVector Read(string name)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var folder = SharedData.Vectors("anoncreds");
        if (name.Length == 0)
        {
            var flow = ReadJson(folder, "revocation", "r01-by-default-8.json");
            return new RegistryVector(flow, flow["key"]!);
        }

        var registry = ReadJson(folder, "reference", "registries", $"{name}.json");
        return new RegistryVector(registry, ReadJson(folder, "reference", "keys", $"{registry["key"]}.json"));
    }

    public static byte[] Utf8(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static JsonNode ReadJson(params ReadOnlySpan<string> path) => JsonNode.Parse(File.ReadAllText(Path.Combine(path)))!;
}

using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.TestKit;

namespace GovID.AnonCreds.Tests.Presentations;

/// <summary>A recorded flow: what the holder holds, the request, the presentation and the public objects.</summary>
internal sealed class PresentationVector
{
    private PresentationVector(string file)
    {
        var folder = Path.Combine(SharedData.Vectors("anoncreds"), "reference");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "cases", file)))!;
        var schemas = new Dictionary<SchemaId, Schema>();
        var definitions = new Dictionary<CredentialDefinitionId, CredentialDefinition>();
        foreach (var key in json["keys"]!.AsArray().Select(name => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "keys", $"{name}.json")))!))
        {
            schemas[SchemaId.Parse(key["schemaId"]!.GetValue<string>())] = Schema.Parse(Utf8(key["schema"]!));
            definitions[CredentialDefinitionId.Parse(key["credDefId"]!.GetValue<string>())] = CredentialDefinition.Parse(Utf8(key["credDef"]!));
        }

        Objects = new VerificationObjects { Schemas = schemas, CredentialDefinitions = definitions };
        Held = [.. json["issuance"]!.AsArray().Select(item => HeldCredential.Parse(Utf8(item!["processed_credential"]!))).Select(held =>
            new CandidateCredential(held, schemas[held.Content.SchemaId], definitions[held.Content.CredentialDefinitionId]))];
        RequestJson = json["presentation_request"]!;
        PresentationJson = json["presentation"]!;
    }

    public VerificationObjects Objects { get; }

    public IReadOnlyList<CandidateCredential> Held { get; }

    public JsonNode RequestJson { get; }

    public JsonNode PresentationJson { get; }

    public PresentationRequest Request => PresentationRequest.Parse(Utf8(RequestJson));

    public Presentation Presentation => Presentation.Parse(Utf8(PresentationJson));

    public static PresentationVector Read(string file)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        return new PresentationVector(file);
    }

    public static byte[] Utf8(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}

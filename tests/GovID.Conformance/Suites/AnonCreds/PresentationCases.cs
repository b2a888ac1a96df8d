using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The presentations of <c>cases/</c>: the honest one and each negative is a case.</summary>
internal static class PresentationCases
{
    private static readonly PreparedKeyCache Keys = new();
    private static readonly Verifier Strict = new(keys: Keys);

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("cases"))
        {
            var json = folder.Read("cases", file);
            if (json["form"]?.GetValue<string>() == "w3c")
                continue;
            var document = Document(json);
            yield return new ConformanceCase(
                $"cases/{file} presentation", () => Check.Equal("verify", json["expected"]!["verify"]!.GetValue<bool>(), Verify(folder, json, document) is null));
            foreach (var negative in json["negatives"]?.AsArray() ?? [])
                yield return Negative(folder, file, json, document, negative!);
        }
    }

    private static ConformanceCase Negative(AnonCredsFolder folder, string file, JsonNode json, JsonObject document, JsonNode negative) =>
        new($"cases/{file} {negative["name"]}", () =>
        {
            var patched = JsonPatch.Apply(document, negative["patch"]!.AsArray()).AsObject();
            var refusal = Verify(folder, json, patched);
            Check.Equal("expected", negative["expected"]!.GetValue<string>(), refusal is null ? "accept" : "reject");
        });

    /// <summary>The object that patches apply to.</summary>
    public static JsonObject Document(JsonNode json)
    {
        var document = new JsonObject();
        foreach (var member in new[] { "presentation_request", "presentation", "status_lists", "registries", "overrides" })
            document[member] = json[member]?.DeepClone() ?? (member.StartsWith("presentation", StringComparison.Ordinal) ? null : new JsonArray());
        return document;
    }

    /// <summary>Null when the presentation is accepted, else why it is not.</summary>
    public static string? Verify(AnonCredsFolder folder, JsonNode json, JsonObject document, Verifier? verifier = null)
    {
        try
        {
            var request = PresentationRequest.Parse(VectorKey.Utf8(document["presentation_request"]!));
            var presentation = Presentation.Parse(VectorKey.Utf8(document["presentation"]!));
            return (verifier ?? Strict).Verify(presentation, request, Objects(folder, json, document)) is PresentationVerdict.Accepted ? null : "refused";
        }
        catch (AnonCredsException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>What a case gives the verifier.</summary>
    public static VerificationObjects Objects(AnonCredsFolder folder, JsonNode json, JsonObject document)
    {
        var keys = json["keys"]!.AsArray().Select(name => folder.Key(name!.GetValue<string>())).ToList();
        return new VerificationObjects
        {
            Schemas = keys.DistinctBy(key => key.SchemaId).ToDictionary(key => key.SchemaId, key => key.Schema),
            CredentialDefinitions = keys.ToDictionary(key => key.CredentialDefinitionId, key => key.Definition),
            Registries = document["registries"]!.AsArray().ToDictionary(
                item => Id(folder, item!), item => RevocationRegistryDefinition.Parse(VectorKey.Utf8(RegistryOf(folder, item!)["rev_reg_def"]!))),
            StatusLists = [.. document["status_lists"]!.AsArray().Select(item => StatusList(folder, item!))],
            IntervalOverrides = document["overrides"]!.AsArray().ToDictionary(
                item => (Id(folder, item!), item!["requested_from"]!.GetValue<ulong>()), item => item!["override"]!.GetValue<ulong>()),
        };
    }

    private static RevocationStatusList StatusList(AnonCredsFolder folder, JsonNode item)
    {
        var list = RegistryOf(folder, item)["status_lists"]!.AsArray()[item["index"]!.GetValue<int>()]!.DeepClone().AsObject();
        if (item["timestamp"] is { } timestamp)
            list["timestamp"] = timestamp.DeepClone();
        if (item["rev_reg_def_id"] is { } id)
            list["revRegDefId"] = id.DeepClone();
        return RevocationStatusList.Parse(VectorKey.Utf8(list));
    }

    private static RevocationRegistryId Id(AnonCredsFolder folder, JsonNode item) =>
        RevocationRegistryId.Parse((item["rev_reg_def_id"] ?? RegistryOf(folder, item)["rev_reg_def_id"]!).GetValue<string>());

    private static JsonNode RegistryOf(AnonCredsFolder folder, JsonNode item) => folder.Registry(item["registry"]!.GetValue<string>());
}

using System.Text.Json.Nodes;
using GovID.AnonCreds;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The variants of <c>restrictions.json</c> over one presentation.</summary>
internal static class RestrictionCases
{
    private const string File = "restrictions.json";
    private static readonly Verifier Lenient = new(new VerifierOptions { AcceptUndecidableRestrictionsUnsafe = true });

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        if (!folder.Has(File))
            yield break;
        var json = folder.Read(File);
        yield return new ConformanceCase($"{File} base_request", () => Judge(
            folder, json, json["base_request"]!, json["base_reference_result"]!.GetValue<bool>() ? "accept" : "reject", null));
        foreach (var vector in json["vectors"]!.AsArray())
        {
            // Where the vector states no result of ours, it is judged as the recorded software judges.
            yield return new ConformanceCase($"{File} {vector!["name"]}", () => Judge(
                folder, json, Request(json, vector), Expected(vector), vector["expected"] is null ? Lenient : null));
        }
    }

    private static void Judge(AnonCredsFolder folder, JsonNode json, JsonNode request, string expected, Verifier? verifier)
    {
        var document = new JsonObject
        {
            ["presentation_request"] = request.DeepClone(),
            ["presentation"] = json["presentation"]!.DeepClone(),
            ["status_lists"] = new JsonArray(),
            ["registries"] = new JsonArray(),
            ["overrides"] = new JsonArray(),
        };
        Check.Equal("expected", expected, PresentationCases.Verify(folder, json, document, verifier) is null ? "accept" : "reject");
    }

    private static string Expected(JsonNode vector) =>
        vector["expected"]?.GetValue<string>() ?? (vector["reference_result"]!.GetValue<bool>() ? "accept" : "reject");

    private static JsonNode Request(JsonNode json, JsonNode vector)
    {
        var request = json["base_request"]!.DeepClone();
        if (vector["request_patch"] is JsonArray patch)
            return JsonPatch.Apply(request, patch);
        var target = vector["target"]!.GetValue<string>().Split('/');
        request[target[0]]![target[1]]!["restrictions"] = vector["restrictions"]?.DeepClone();
        return request;
    }
}

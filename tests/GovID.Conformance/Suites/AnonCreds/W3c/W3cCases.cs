using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The W3C form in <c>cases/</c> and <c>upstream/</c>: presentations with their negatives, credentials, conversions.</summary>
internal static class W3cCases
{
    private static readonly Verifier Verifier = new();

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("cases"))
        {
            var json = folder.Read("cases", file);
            foreach (var found in W3cIssuanceCases.Load(folder, file, json).Concat(Presentations(folder, file, json)))
                yield return found;
        }

        foreach (var file in folder.Files("upstream"))
        {
            if (W3cSampleCases.Find(folder, file) is { } sample)
                yield return sample;
        }
    }

    private static IEnumerable<ConformanceCase> Presentations(AnonCredsFolder folder, string file, JsonNode json)
    {
        if (json["form"]?.GetValue<string>() != "w3c")
            yield break;
        var document = PresentationCases.Document(json);
        yield return new ConformanceCase(
            $"cases/{file} presentation", () => Check.Equal("verify", json["expected"]!["verify"]!.GetValue<bool>(), Verify(folder, json, document) is null));
        if (json["verifier_intermediates"] is { } intermediates)
            yield return new ConformanceCase($"cases/{file} verifier_intermediates", () => W3cIntermediates.Check(folder, json, intermediates));
        foreach (var negative in json["negatives"]?.AsArray() ?? [])
        {
            yield return new ConformanceCase($"cases/{file} {negative!["name"]}", () =>
            {
                var patched = JsonPatch.Apply(document, negative["patch"]!.AsArray()).AsObject();
                Check.Equal("expected", negative["expected"]!.GetValue<string>(), Verify(folder, json, patched) is null ? "accept" : "reject");
            });
        }
    }

    /// <summary>Null when the presentation is accepted, else why it is not.</summary>
    private static string? Verify(AnonCredsFolder folder, JsonNode json, JsonObject document)
    {
        try
        {
            var request = PresentationRequest.Parse(VectorKey.Utf8(document["presentation_request"]!));
            var presentation = W3cPresentation.Parse(VectorKey.Utf8(document["presentation"]!));
            var verdict = Verifier.Verify(presentation, request, PresentationCases.Objects(folder, json, document));
            return verdict is PresentationVerdict.Accepted ? null : "refused";
        }
        catch (AnonCredsException refusal)
        {
            return refusal.Message;
        }
    }
}

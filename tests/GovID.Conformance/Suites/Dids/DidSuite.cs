using System.Text.Json;
using GovID.Dids.Documents;

namespace GovID.Conformance.Suites.Dids;

/// <summary>
/// <c>aries/did</c>: each JSON file with an <c>id</c> is the document that this DID resolves to; a file without one is the content
/// that a ledger keeps for a DID and that is merged into its document. One case a DID.
/// </summary>
public sealed class DidSuite : Suite
{
    public override string Path => "aries/did";

    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(System.IO.Path.GetFileName).ToArray();
        var contents = new List<LedgerContent>();
        var documents = new List<(string File, JsonElement Json)>();
        foreach (var file in files)
        {
            if (Read(folder, file!, out var json) is { } unreadable) yield return unreadable;
            else if (json.Optional("id") is not null) documents.Add((file!, json));
            else contents.Add(new LedgerContent(file!, json));
        }

        foreach (var (file, json) in documents)
        {
            var text = File.ReadAllText(System.IO.Path.Combine(folder, file));
            yield return new ConformanceCase(file, () => Check(json, text, contents));
        }

        var known = documents.SelectMany(each => new[] { each.Json.Member("id").ToString(), LedgerContent.SubjectOf(each.Json) }).ToHashSet(StringComparer.Ordinal);
        foreach (var content in contents.Where(each => each.Subject is null || !known.Contains(each.Subject)))
            yield return ConformanceCase.Failed(content.File, "there is no document of the DID that this content belongs to");
    }

    private static ConformanceCase? Read(string folder, string file, out JsonElement json)
    {
        try
        {
            json = Vectors.Json(folder, file);
            return null;
        }
        catch (JsonException broken)
        {
            json = default;
            return ConformanceCase.Failed(file, $"is not JSON: {broken.Message}");
        }
    }

    private static void Check(JsonElement expected, string text, IReadOnlyList<LedgerContent> contents)
    {
        var document = DidDocument.Parse(text);
        Conformance.Check.Equal("written again", expected, document.Json);
        var did = document.Id;
        switch (did.Method)
        {
            case "key" or "jwk":
                SelfContained.Check(did, expected);
                break;
            case "peer":
                PeerDids.Check(did, expected, text);
                break;
            case "sov":
                LedgerDids.CheckSov(document, expected);
                break;
            case "indy":
                LedgerDids.CheckIndy(document, expected, contents.SingleOrDefault(each => each.Subject == did.ToString()));
                break;
            default:
                throw new MismatchException($"id: no resolver is there for did:{did.Method}");
        }
    }
}

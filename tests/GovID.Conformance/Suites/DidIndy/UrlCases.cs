using System.Text.Json;
using GovID.Ledger.Client.DidIndy;

namespace GovID.Conformance.Suites.DidIndy;

/// <summary>The cases of <c>urls.json</c>.</summary>
internal static class UrlCases
{
    private const string FileName = "urls.json";

    public static IEnumerable<ConformanceCase> Load(string folder)
    {
        var file = Vectors.Json(folder, FileName);
        var index = 0;
        foreach (var item in file.Items("valid"))
            yield return new ConformanceCase($"{FileName} valid[{index++}]", () => RunValid(item));
        index = 0;
        foreach (var item in file.Items("invalid"))
        {
            var text = item.GetString();
            yield return new ConformanceCase(
                $"{FileName} invalid[{index++}]", () => Check.That("url", !IndyDidUrl.TryParse(text, out _), $"'{text}' was accepted, should have been refused"));
        }

        index = 0;
        foreach (var item in file.Items("paths"))
            yield return new ConformanceCase($"{FileName} paths[{index++}]", () => RunPath(item));
    }

    private static void RunValid(JsonElement item)
    {
        var url = IndyDidUrl.Parse(item.Text("url"));
        Check.Equal("namespace", item.Text("namespace"), url.Did.Namespace);
        Check.Equal("id", item.Text("id"), url.Did.Id.Text);
        Check.Equal("path", item.Optional("path") is null ? string.Empty : item.Text("path"), url.Path);
        var query = item.Optional("query") is { } expected ? expected.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!) : [];
        Check.Equal("query", Joined(query), Joined(url.Query.Parameters));
        Check.Equal("url", item.Text("url"), url.ToString());
    }

    private static void RunPath(JsonElement item)
    {
        var path = item.Text("path");
        if (item.Optional("error") is { ValueKind: JsonValueKind.True })
        {
            Check.That("path", !IndyObject.TryParse(path, out _), $"'{path}' was accepted, should have been refused");
            return;
        }

        var named = IndyObject.Parse(path);
        Check.Equal("kind", item.Text("kind"), named.Kind);
        var members = Members(named);
        Check.Equal("members", Joined(item.EnumerateObject().Where(IsMember).Select(member => KeyValuePair.Create(member.Name, member.Value.ToString()))), Joined(members));
        Check.Equal("path", path, named.ToPath());
    }

    private static bool IsMember(JsonProperty member) => member.Name is not ("path" or "kind" or "note" or "error");

    private static Dictionary<string, string> Members(IndyObject named) => named switch
    {
        IndyObject.Schema schema => new Dictionary<string, string> { ["name"] = schema.Name, ["version"] = schema.Version },
        IndyObject.ClaimDef definition => new Dictionary<string, string> { ["schemaSeqNo"] = $"{definition.SchemaSeqNo}", ["tag"] = definition.Tag },
        IndyObject.RevRegDef registry => Registry($"{registry.SchemaSeqNo}", registry.CredDefTag, registry.Tag),
        IndyObject.RevRegEntry entry => Registry($"{entry.SchemaSeqNo}", entry.CredDefTag, entry.Tag),
        IndyObject.RevRegDelta delta => Registry($"{delta.SchemaSeqNo}", delta.CredDefTag, delta.Tag),
        _ => throw new MismatchException($"kind: {named.Kind} is not known"),
    };

    private static Dictionary<string, string> Registry(string schemaSeqNo, string credDefTag, string tag) =>
        new() { ["schemaSeqNo"] = schemaSeqNo, ["credDefTag"] = credDefTag, ["tag"] = tag };

    private static string Joined(IEnumerable<KeyValuePair<string, string>> members) =>
        string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={member.Value}"));
}

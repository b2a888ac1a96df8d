using System.Text.Json;
using GovID.Ledger.Client;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.DidIndy;

/// <summary>The cases of <c>assembly.json</c>: a document made of a NYM and its content, or a content that must be refused.</summary>
internal static class AssemblyCases
{
    private const string FileName = "assembly.json";

    /// <summary>Contents that stand alone are tried on this identifier; the rules do not depend on it.</summary>
    private const string AnyDid = "did:indy:test:WJz9mHyW9BZksioQnRsrAo";

    public static IEnumerable<ConformanceCase> Load(string folder)
    {
        var index = 0;
        foreach (var item in Vectors.Json(folder, FileName).EnumerateArray())
            yield return new ConformanceCase($"{FileName}[{index++}]", () => Run(item));
    }

    private static void Run(JsonElement item)
    {
        if (item.Optional("error") is { ValueKind: JsonValueKind.True })
        {
            var refused = Check.Refuses<LedgerClientException>("diddocContent", () => IndyDocument.Assemble(AnyDid, "key", Content(item.Member("diddocContent"))));
            Check.Equal("error", nameof(LedgerClientErrorCode.InvalidContent), refused.Code.ToString());
            return;
        }

        var nym = item.Member("nym");
        var content = nym.Optional("diddocContent") is { } given ? Content(given) : null;
        var document = IndyDocument.Assemble($"did:indy:{nym.Text("namespace")}:{nym.Text("dest")}", nym.Text("verkey"), content);
        using var json = JsonDocument.Parse(document.ToStateJson());
        Check.Equal("diddoc", item.Member("diddoc"), json.RootElement);
    }

    private static LedgerMap Content(JsonElement element) => LedgerMap.Parse(element.GetRawText());
}

using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// The answer to VALIDATOR_INFO: each node speaks of itself, so that of its report only what follows from the ledgers is compared.
/// </summary>
internal static class ValidatorReport
{
    public static void Check(JsonElement recorded, LedgerMap answer)
    {
        var result = recorded.Member("result");
        var ours = answer.FindMap("result") ?? throw new MismatchException("result: there is none");
        Json.Equal("result", Json.Of(Json.Without(result, "data")), ours.Without("data"));
        var node = result.Member("data").Member("Node_info");
        foreach (var (name, roots) in ours.FindMap("data")!)
            Json.Equal($"result.data.Node_info.{name}", node.Member(name), roots);
    }
}

using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The answer to VALIDATOR_INFO: each node speaks of itself, so its report is compared as far as it follows from the ledgers.</summary>
internal static class ValidatorReport
{
    private static readonly string[] OfTheMachine = ["Extractions", "Hardware", "Memory_profiler", "Software", "Update_time"];

    public static void Check(JsonElement recorded, LedgerMap answer)
    {
        var result = recorded.Member("result");
        var ours = answer.FindMap("result") ?? throw new MismatchException("result: there is none");
        Json.Equal("result", Json.Of(Json.Without(result, "data")), ours.Without("data"));
        var data = LedgerMap.Parse(result.Member("data").GetRawText());
        var name = data.FindMap("Node_info")?.FindText("Name")?.Value ?? string.Empty;
        var report = ours.FindMap("data")?.FindMap(name) ?? throw new MismatchException($"result.data.Node_info.Name: the pool has no node '{name}'");
        Json.Equal("result.data", Json.Of(Comparable(data)), report);
    }

    // Leaves out what the ledgers do not say, once it has the form it must have.
    private static LedgerMap Comparable(LedgerMap data)
    {
        var others = data.Find("otherMembers") as LedgerList;
        Conformance.Check.That("result.data.otherMembers", others is null || others.SequenceEqual(OfTheMachine.Select(member => (LedgerValue)member)), "they are others");
        var node = data.FindMap("Node_info")!;
        node = With(node, "Catchup_status", catchup => catchup.Without("Last_txn_3PC_keys"));
        node = With(node, "Freshness_status", ledgers => LedgerMap.From(ledgers.Select(
            one => new KeyValuePair<string, LedgerValue>(one.Key, one.Value is LedgerMap status ? status.Without("Last_updated_time") : one.Value))));
        return data.With("Node_info", node).Without("otherMembers");
    }

    private static LedgerMap With(LedgerMap holder, string member, Func<LedgerMap, LedgerMap> change) =>
        holder.FindMap(member) is { } value ? holder.With(member, change(value)) : holder;
}

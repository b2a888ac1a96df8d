using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>The names of the active validators in the order in which they joined (specification 2.2).</summary>
internal static class NodeRegistry
{
    /// <summary>Reads the pool ledger, transactions in flight included.</summary>
    public static IReadOnlyList<string> Of(PoolLedgers ledgers)
    {
        var state = ledgers.View();
        var names = new Dictionary<string, (int Joined, string Alias)>(StringComparer.Ordinal);
        foreach (var (key, value) in state.Entries(LedgerId.Pool, []))
        {
            var record = LedgerMap.Parse(value);
            if (IsValidator(record))
                names[System.Text.Encoding.UTF8.GetString(key)] = (int.MaxValue, record.FindText("alias")!.Value);
        }

        var pool = ledgers[LedgerId.Pool];
        for (var seqNo = (int)pool.Size; seqNo >= 1; seqNo--)
        {
            var dest = pool.FindInFlight(seqNo)!.Data.FindText("dest")!.Value;
            if (names.TryGetValue(dest, out var node))
                names[dest] = (seqNo, node.Alias);
        }

        return [.. names.Values.OrderBy(node => node.Joined).Select(node => node.Alias)];
    }

    private static bool IsValidator(LedgerMap record) =>
        record.FindList("services") is { } services && services.Any(service => service is LedgerText { Value: "VALIDATOR" });
}

using System.Globalization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>What a node says about itself that follows from its ledgers alone (specification 11.13).</summary>
internal static class NodeFacts
{
    public static LedgerMap Of(PoolLedgers ledgers)
    {
        LedgerId[] all = [LedgerId.Pool, LedgerId.Domain, LedgerId.Config, LedgerId.Audit];
        return LedgerMap.Of(
            ("Committed_ledger_root_hashes", Roots(all, id => ledgers[id].CommittedRoot.ToString())),
            ("Committed_state_root_hashes", Roots(all[..3], id => ledgers[id].State!.Committed.Root.ToString())),
            ("Uncommitted_state_root_hashes", Roots(all[..3], id => ledgers[id].State!.Root.ToString())));
    }

    private static LedgerMap Roots(LedgerId[] ids, Func<LedgerId, string> root) => LedgerMap.From(ids.Select(
        id => new KeyValuePair<string, LedgerValue>(((int)id).ToString(CultureInfo.InvariantCulture), $"b'{root(id)}'")));
}

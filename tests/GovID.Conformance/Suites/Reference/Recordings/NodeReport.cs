using System.Globalization;
using System.Numerics;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Genesis;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// What a node that takes part and is idle says about itself, as far as it follows from the ledgers (specification 11.13): its place in
/// the pool, roots, quorums, the last batch. Clocks, meters and the history of its connections do not follow.
/// </summary>
internal static class NodeReport
{
    private static readonly LedgerId[] All = [LedgerId.Audit, LedgerId.Pool, LedgerId.Config, LedgerId.Domain];

    /// <summary>The report of each node of the pool, by its name.</summary>
    public static LedgerMap OfEveryNode(PoolLedgers ledgers, BigInteger requestId)
    {
        var primaries = PrimariesOf(ledgers[LedgerId.Audit]);
        var nodes = ledgers[LedgerId.Pool].State!.Committed.Entries([])
            .Select(entry => LedgerMap.Parse(Encoding.UTF8.GetString(entry.Value))).ToArray();
        var names = nodes.Select(NameOf).Order(StringComparer.Ordinal).ToArray();
        return LedgerMap.From(nodes.Select(node => new KeyValuePair<string, LedgerValue>(NameOf(node), LedgerMap.Of(
            ("response-version", "0.0.1"),
            ("timestamp", new LedgerInteger(requestId / 1_000_000_000)),
            ("Pool_info", Pool(names, primaries, ledgers.TakesWrites)),
            ("Protocol", LedgerMap.Empty),
            ("Node_info", Node(node, ledgers, names.Length, primaries))))));
    }

    private static LedgerMap Pool(string[] names, string[] primaries, bool takesWrites) => LedgerMap.Of(
        ("Read_only", !takesWrites),
        ("Total_nodes_count", names.Length),
        ("f_value", Faulty(names.Length)),
        ("Quorums", Quorums(names.Length, Faulty(names.Length))),
        ("Reachable_nodes", new LedgerList(names.Select(name => (LedgerValue)new LedgerList(name, InstanceOf(name, primaries))))),
        ("Unreachable_nodes", new LedgerList()),
        ("Reachable_nodes_count", names.Length),
        ("Unreachable_nodes_count", 0),
        ("Blacklisted_nodes", new LedgerList()),
        ("Suspicious_nodes", string.Empty));

    private static LedgerMap Node(LedgerMap node, PoolLedgers ledgers, int count, string[] primaries)
    {
        var key = node.FindText("dest")?.Value ?? FindDest(ledgers, NameOf(node));
        var (view, batch) = LastBatch(ledgers);
        return LedgerMap.Of(
            ("Name", NameOf(node)), ("Mode", "participating"), ("did", key), ("verkey", TransportKey(key)), ("BLS_key", node.Find("blskey") ?? LedgerValue.Null),
            ("Client_port", node.Find("client_port")!), ("Client_ip", node.Find("client_ip")!), ("Client_protocol", "tcp"),
            ("Node_port", node.Find("node_port")!), ("Node_ip", node.Find("node_ip")!), ("Node_protocol", "tcp"),
            ("Committed_ledger_root_hashes", Each(All, id => Quoted(ledgers[id].CommittedRoot))),
            ("Committed_state_root_hashes", Each(All[1..], id => Quoted(ledgers[id].State!.Committed.Root))),
            ("Uncommitted_ledger_root_hashes", LedgerMap.Empty),
            ("Uncommitted_ledger_txns", Each(All, id => LedgerMap.Of(("Count", ledgers[id].Size - ledgers[id].CommittedSize)))),
            ("Uncommitted_state_root_hashes", Each(All[1..], id => Quoted(ledgers[id].State!.Root))),
            ("View_change_status", ViewChange(view)),
            ("Catchup_status", LedgerMap.Of(
                ("Ledger_statuses", Each(All, _ => "synced")), ("Received_LedgerStatus", string.Empty),
                ("Waiting_consistency_proof_msgs", Each(All, _ => LedgerValue.Null)), ("Number_txns_in_catchup", Each(All, _ => 0)))),
            ("Freshness_status", Each(All[1..], _ => LedgerMap.Of(("Has_write_consensus", true)))),
            ("Requests_timeouts", LedgerMap.Of(("Propagates_phase_req_timeouts", 0), ("Ordering_phase_req_timeouts", 0))),
            ("Count_of_replicas", Faulty(count) + 1),
            ("Replicas_status", Replicas(NameOf(node), primaries, view, batch)));
    }

    private static LedgerMap ViewChange(long view) => LedgerMap.Of(
        ("View_No", view), ("VC_in_progress", false), ("Last_view_change_started_at", "1970-01-01 00:00:00"), ("Last_complete_view_no", view),
        ("IC_queue", LedgerMap.Empty), ("VCDone_queue", LedgerMap.Empty));

    private static LedgerMap Replicas(string name, string[] primaries, long view, long batch) => LedgerMap.From(primaries.Select(
        (primary, instance) => new KeyValuePair<string, LedgerValue>(Text($"{name}:{instance}"), LedgerMap.Of(
            ("Primary", Text($"{primary}:{instance}")),
            ("Watermarks", instance == 0 ? "0:300" : "0:9223372036854775807"),
            ("Last_ordered_3PC", new LedgerList(view, batch)),
            ("Stashed_txns", LedgerMap.Of(("Stashed_checkpoints", 0), ("Stashed_PrePrepare", 0)))))));

    private static (long View, long Batch) LastBatch(PoolLedgers ledgers)
    {
        var data = ledgers[LedgerId.Audit].Find(ledgers[LedgerId.Audit].CommittedSize)?.Data ?? LedgerMap.Empty;
        return ((long)(data.FindInteger("viewNo")?.Value ?? 0), (long)(data.FindInteger("ppSeqNo")?.Value ?? 0));
    }

    // An audit transaction names the primaries, or says how many transactions back they are named.
    private static string[] PrimariesOf(LedgerBook audit)
    {
        var seqNo = audit.CommittedSize;
        while (audit.Find(seqNo)?.Data.FindInteger("primaries") is { } back && back.Value > 0)
            seqNo -= (long)back.Value;
        return audit.Find(seqNo)?.Data.Find("primaries") is LedgerList names ? [.. names.OfType<LedgerText>().Select(name => name.Value)] : [];
    }

    private static LedgerMap Each(LedgerId[] ids, Func<LedgerId, LedgerValue> value) => LedgerMap.From(ids.Select(
        id => new KeyValuePair<string, LedgerValue>(((int)id).ToString(CultureInfo.InvariantCulture), value(id))));

    private static string Quorums(int n, int f) => Text(
        $"{{'n': {n}, 'f': {f}, 'weak': Quorum({f + 1}), 'strong': Quorum({n - f}), 'propagate': Quorum({f + 1}), 'prepare': Quorum({n - f - 1}), ")
        + Text($"'commit': Quorum({n - f}), 'reply': Quorum({f + 1}), 'view_change': Quorum({n - f}), 'election': Quorum({n - f}), ")
        + Text($"'view_change_ack': Quorum({n - f - 1}), 'view_change_done': Quorum({n - f}), 'same_consistency_proof': Quorum({f + 1}), ")
        + Text($"'consistency_proof': Quorum({f + 1}), 'ledger_status': Quorum({n - f - 1}), 'ledger_status_last_3PC': Quorum({f + 1}), ")
        + Text($"'checkpoint': Quorum({n - f - 1}), 'timestamp': Quorum({f + 1}), 'bls_signatures': Quorum({n - f}), 'observer_data': Quorum({f + 1}), ")
        + Text($"'backup_instance_faulty': Quorum({f + 1})}}");

    private static string FindDest(PoolLedgers ledgers, string name) => Enumerable.Range(1, (int)ledgers[LedgerId.Pool].CommittedSize)
        .Select(seqNo => ledgers[LedgerId.Pool].Find(seqNo)!.Data)
        .First(data => data.FindMap("data")?.FindText("alias")?.Value == name).FindText("dest")!.Value;

    private static string TransportKey(string dest) => Base58.Encode(
        Encoding.ASCII.GetBytes(TransportKeys.ToZ85(Base58.Decode(dest))));

    private static LedgerValue InstanceOf(string name, string[] primaries) =>
        Array.IndexOf(primaries, name) is var instance && instance >= 0 ? instance : LedgerValue.Null;

    private static int Faulty(int count) => (count - 1) / 3;

    private static string NameOf(LedgerMap node) => node.FindText("alias")!.Value;

    private static string Quoted(object root) => $"b'{root}'";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

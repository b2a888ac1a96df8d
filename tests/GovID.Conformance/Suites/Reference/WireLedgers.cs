using System.Globalization;
using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// The ledgers of the fresh node that <c>wire.json</c> was recorded from. Its transactions are in its own catch-up answers, and its genesis
/// differs from that of the folder by the ports alone; of all candidates those are taken that lead to the root it names most often.
/// </summary>
internal sealed class WireLedgers
{
    private const int MostCombinations = 4096;
    private static readonly string[] Ports = ["node_port", "client_port"];
    private readonly List<LedgerMap> _answers;

    private WireLedgers(IEnumerable<JsonElement> items) => _answers =
    [
        .. items.SelectMany(item => item.Items("answers")).Select(answer => LedgerValue.TryParse(System.Text.Encoding.UTF8.GetBytes(answer.GetString()!), out var value) ? value as LedgerMap : null)
            .OfType<LedgerMap>(),
    ];

    public static PoolLedgers Find(IEnumerable<JsonElement> items, IReadOnlyList<LedgerMap> pool, IReadOnlyList<LedgerMap> domain)
    {
        var wire = new WireLedgers(items);
        return PoolLedgers.FromGenesis(wire.Choose(LedgerId.Pool, pool), wire.Choose(LedgerId.Domain, domain));
    }

    private IReadOnlyList<LedgerMap> Choose(LedgerId ledger, IReadOnlyList<LedgerMap> genesis)
    {
        var root = RootOf(ledger);
        var shifts = Shifts(ledger, genesis);
        var candidates = genesis.Select((line, index) => Candidates(ledger, line, index + 1, shifts)).ToArray();
        return Combine(candidates).Take(MostCombinations).FirstOrDefault(lines => RootOf(lines) == root) ?? [.. candidates.Select(lines => lines[0])];
    }

    private string? RootOf(LedgerId ledger) => _answers
        .Where(answer => answer.FindText("op")?.Value == "LEDGER_STATUS" && answer.FindInteger("ledgerId")?.Value == (int)ledger && answer.FindInteger("viewNo") is not null)
        .Select(answer => answer.FindText("merkleRoot")?.Value)
        .Concat(_answers.Where(answer => answer.FindInteger("ledgerId")?.Value == (int)ledger).Select(answer => answer.FindText("newMerkleRoot")?.Value))
        .OfType<string>().GroupBy(root => root, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key;

    private static string RootOf(IReadOnlyList<LedgerMap> lines)
    {
        var log = new MerkleLog();
        foreach (var line in lines)
            log.Append(line.ToMessagePack());
        return log.Root.ToString();
    }

    private List<LedgerMap> Candidates(LedgerId ledger, LedgerMap line, int seqNo, IReadOnlyList<long> shifts) =>
    [
        .. Seen(ledger, seqNo).GroupBy(one => one).OrderByDescending(group => group.Count()).Select(group => group.Key),
        .. shifts.Select(shift => Shifted(line, shift)),
        line,
    ];

    private IEnumerable<LedgerMap> Seen(LedgerId ledger, int seqNo) => _answers
        .Where(answer => answer.FindText("op")?.Value == "CATCHUP_REP" && answer.FindInteger("ledgerId")?.Value == (int)ledger)
        .Select(answer => answer.FindMap("txns")?.FindMap(seqNo.ToString(CultureInfo.InvariantCulture))).OfType<LedgerMap>();

    private List<long> Shifts(LedgerId ledger, IReadOnlyList<LedgerMap> genesis) =>
    [
        .. genesis.SelectMany((line, index) => Seen(ledger, index + 1).Select(seen => Port(seen) - Port(line))).OfType<long>()
            .GroupBy(shift => shift).OrderByDescending(group => group.Count()).Select(group => group.Key).Take(2),
    ];

    private static long? Port(LedgerMap line) =>
        line.FindMap("txn")?.FindMap("data")?.FindMap("data")?.FindInteger(Ports[0]) is { } port && port.TryGetInt64(out var value) ? value : null;

    private static LedgerMap Shifted(LedgerMap line, long shift)
    {
        if (line.FindMap("txn")?.FindMap("data")?.FindMap("data") is not { } node)
            return line;
        foreach (var port in Ports)
            node = node.With(port, new LedgerInteger(node.FindInteger(port)!.Value + shift));
        var payload = line.FindMap("txn")!;
        return line.With("txn", payload.With("data", payload.FindMap("data")!.With("data", node)));
    }

    private static IEnumerable<IReadOnlyList<LedgerMap>> Combine(List<LedgerMap>[] candidates)
    {
        if (candidates.Length == 0)
            return [[]];
        return candidates[0].SelectMany(first => Combine(candidates[1..]).Select(rest => (IReadOnlyList<LedgerMap>)[first, .. rest]));
    }
}

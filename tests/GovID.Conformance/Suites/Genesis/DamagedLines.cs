using System.Text;
using GovID.Ledger;
using GovID.Ledger.Genesis;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Genesis;

/// <summary>Damages the first, a middle and the last transaction of a good file; each must be refused with its line and field.</summary>
internal static class DamagedLines
{
    public static void CheckPool(IReadOnlyList<LedgerMap> transactions) => CheckLines(transactions, bytes => PoolGenesis.Parse(bytes), PoolDamage);

    public static void CheckDomain(IReadOnlyList<LedgerMap> transactions) => CheckLines(transactions, bytes => DomainGenesis.Parse(bytes), DomainDamage);

    private static readonly (string Field, LedgerValue? Value)[] CommonDamage =
    [
        ("ver", "2"), ("ver", null), ("txn", null), ("txn.type", "9"), ("txn.data", "x"), ("txn.metadata", null), ("reqSignature", 1),
        ("txnMetadata.seqNo", 77_777), ("txnMetadata.seqNo", "1"), ("txn.data.dest", null), ("txn.data.dest", "abc"), ("txn.data.dest", 5),
    ];

    private static readonly (string Field, LedgerValue? Value)[] PoolDamage =
    [
        .. CommonDamage, ("txn.metadata.from", null), ("txn.metadata.from", "0"), ("txn.data.data", null),
        ("txn.data.data.node_port", 70_000), ("txn.data.data.client_port", "x"), ("txn.data.data.client_ip", "nowhere"),
        ("txn.data.data.services", LedgerMap.Empty), ("txn.data.data.blskey", "not base58"), ("txn.data.data.alias", 1),
    ];

    private static readonly (string Field, LedgerValue? Value)[] DomainDamage =
    [
        .. CommonDamage, ("txn.data.verkey", "abc"), ("txn.data.role", "7"), ("txn.metadata.from", "x"),
    ];

    private static void CheckLines(IReadOnlyList<LedgerMap> transactions, Action<byte[]> read, (string Field, LedgerValue? Value)[] damages)
    {
        foreach (var at in new[] { 0, transactions.Count / 2, transactions.Count - 1 }.Distinct())
        {
            foreach (var (field, value) in damages)
            {
                var refusal = Check.Refuses<LedgerException>($"line {at + 1} with {field} = {value}", () => read(Write(transactions, at, Replace(transactions[at], field.Split('.'), value).ToStateJson())));
                Check.Equal("line", $"{at + 1}", $"{refusal.Line}");
                Check.Equal("field", field, refusal.Field);
            }

            var line = transactions[at].ToStateJson();
            var cut = Check.Refuses<LedgerException>($"line {at + 1} cut", () => read(Write(transactions, at, line[..(line.Length / 2)])));
            Check.Equal("line", $"{at + 1}", $"{cut.Line}");
        }
    }

    private static LedgerMap Replace(LedgerMap map, ReadOnlySpan<string> path, LedgerValue? value)
    {
        if (path.Length > 1)
            return map.With(path[0], Replace(map.FindMap(path[0]) ?? LedgerMap.Empty, path[1..], value));
        return value is null ? map.Without(path[0]) : map.With(path[0], value);
    }

    private static byte[] Write(IReadOnlyList<LedgerMap> transactions, int at, string line) =>
        Encoding.UTF8.GetBytes(string.Join('\n', transactions.Select((transaction, i) => i == at ? line : transaction.ToStateJson())));
}

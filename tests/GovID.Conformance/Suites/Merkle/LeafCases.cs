using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Merkle;

/// <summary>JSON values, their MessagePack and the leaf hash; read back to the same value.</summary>
internal static class LeafCases
{
    public static IEnumerable<ConformanceCase> Of(string file, JsonElement list) =>
        list.EnumerateArray().Select((item, i) => new ConformanceCase($"{file}[{i}]", () => Run(item)));

    private static void Run(JsonElement item)
    {
        var value = LedgerValue.Parse(item.Member("json").GetRawText());
        var bytes = value.ToMessagePack();
        Check.Equal("msgpack_hex", item.Text("msgpack_hex"), Convert.ToHexStringLower(bytes));
        Check.Equal("leafHash_hex", item.Text("leafHash_hex"), Convert.ToHexStringLower(MerkleProofs.LeafHash(bytes).ToArray()));
        Check.That("msgpack_hex", MessagePack.Read(bytes).Equals(value), "read back, the value is another one");
    }
}

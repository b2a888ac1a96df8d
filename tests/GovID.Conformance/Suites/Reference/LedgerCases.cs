using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The cases of <c>ledger-*.json</c>: every transaction as stored, its leaf, the leaf's hash and the root after it.</summary>
internal static class LedgerCases
{
    public static IEnumerable<ConformanceCase> Load(string folder, LedgerId ledger, Lazy<Replay> replay)
    {
        var file = $"ledger-{ledger.ToString().ToLowerInvariant()}.json";
        var index = 0;
        foreach (var entry in Vectors.Json(folder, file).EnumerateArray())
        {
            var place = ++index;
            yield return new ConformanceCase($"{file} [{place}]", () => Run(entry, replay.Value.Ledgers[ledger], place));
        }
    }

    private static void Run(JsonElement entry, LedgerBook book, long place)
    {
        Check.Equal("seqNo", entry.Member("seqNo").GetInt64(), place);
        var transaction = book.Find(place) ?? throw new MismatchException($"our ledger ends at {book.CommittedSize}");
        Json.Equal("txn", entry.Member("txn"), transaction.Value);
        var leaf = book.LeafOf(place).Span;
        Check.Equal("leaf_msgpack_hex", entry.Text("leaf_msgpack_hex"), Hex.Encode(leaf));
        Check.Equal("leafHash_hex", entry.Text("leafHash_hex"), Hex.Encode(MerkleProofs.LeafHash(leaf).ToArray()));
        Check.Equal("rootAfter_b58", entry.Text("rootAfter_b58"), book.Log.RootAt(place).ToString());
    }
}

using System.Text;
using System.Text.Json;
using GovID.Conformance.Suites.Reference;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;

namespace GovID.Conformance.Suites.Golden;

/// <summary>Compares the genesis transactions of a golden ledger: leaf, state and the roots after each.</summary>
internal static class GenesisChecks
{
    public static void Run(JsonElement file, JsonElement entry, int index)
    {
        var lines = GoldenPool.DomainGenesis(file).Take(index + 1).ToArray();
        var book = PoolLedgers.FromGenesis([], lines)[LedgerId.Domain];
        var transaction = book.Find(index + 1) ?? throw new MismatchException("the genesis is shorter");
        Json.Equal("txn", entry.Member("txn"), transaction.Value);
        Check.Equal("leaf_msgpack_hex", entry.Text("leaf_msgpack_hex"), Hex.Encode(book.LeafOf(index + 1).Span));
        var key = StateKeys.Nym(transaction.Data.FindText("dest")!.Value);
        Check.Equal("stateKey_hex", entry.Text("stateKey_hex"), Hex.Encode(key));
        Check.Equal("stateValue", entry.Text("stateValue"), Encoding.UTF8.GetString(book.State!.Committed.Get(key) ?? []));
        Check.Equal("txnRootAfter_b58", entry.Text("txnRootAfter_b58"), book.CommittedRoot.ToString());
        Check.Equal("stateRootAfter_b58", entry.Text("stateRootAfter_b58"), book.State!.Committed.Root.ToString());
    }
}

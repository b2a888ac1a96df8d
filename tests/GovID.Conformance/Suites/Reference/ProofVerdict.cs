using System.Text;
using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>Whether a client believes one recorded reply by its proof alone, its age aside (specification 13.3).</summary>
internal static class ProofVerdict
{
    private static readonly StateProofOptions AnyAge = new() { AcceptAnyAgeUnsafe = true };

    public static void Check(RecordedItem item, JsonElement reply, Replay replay)
    {
        var expected = item.Element.Member("provenByOneNode").GetBoolean();
        var operation = item.Message?.FindMap("operation") ?? LedgerMap.Empty;
        var result = LedgerMap.Parse(reply.Member("result").GetRawText());
        var verdict = new StateProofVerifier(KeysOf(replay), AnyAge).Verify(operation, result, DateTimeOffset.UnixEpoch);
        Conformance.Check.That("provenByOneNode", expected == verdict is StateProofVerdict.Verified, $"recorded {expected}, but we judge {verdict}");
    }

    private static PoolKeys KeysOf(Replay replay)
    {
        var validators = replay.Ledgers[LedgerId.Pool].State!.Committed.Entries([])
            .Select(entry => LedgerMap.Parse(Encoding.UTF8.GetString(entry.Value)))
            .Where(node => node.Find("services") is LedgerList services && services.Contains("VALIDATOR"))
            .ToArray();
        return new PoolKeys(
            validators.Where(node => node.Contains("blskey"))
                .Select(node => KeyValuePair.Create(node.FindText("alias")!.Value, BlsPublicKey.Parse(node.FindText("blskey")!.Value))),
            validators.Length);
    }
}

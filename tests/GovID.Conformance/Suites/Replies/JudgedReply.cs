using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Replies;

/// <summary>One reply with the pool's keys, the time, and what the client decides.</summary>
internal static class JudgedReply
{
    public static void Check(JsonElement item)
    {
        var reply = LedgerMap.Parse(item.Member("reply").GetRawText());
        Conformance.Check.That(
            "reply_text", LedgerMap.Parse(item.Text("reply_text")).Equals(reply), "the text is another reply than the object");

        var verifiers = item.Member("verifierKeys_hex").EnumerateObject().ToArray();
        var keys = new PoolKeys(
            verifiers.Select(key => KeyValuePair.Create(key.Name, BlsPublicKey.FromBytes(Convert.FromHexString(key.Value.GetString()!)))),
            verifiers.Length);
        Conformance.Check.Equal("f", item.Number("f"), keys.FaultLimit);

        var result = reply.FindMap("result") ?? throw new MismatchException("the reply has no result");
        var verifier = new StateProofVerifier(keys, new StateProofOptions { MaxAge = TimeSpan.FromSeconds(item.Number("freshnessThreshold")) });
        var verdict = verifier.Verify(OperationOf(result), result, DateTimeOffset.FromUnixTimeSeconds(item.Number("now")));
        Conformance.Check.Equal("expected", item.Text("expected"), verdict is StateProofVerdict.Verified ? "verified" : $"{verdict}");
    }

    // A result of GET_TXN does not repeat its query: it names the number, and the multi-signature the ledger.
    private static LedgerMap OperationOf(LedgerMap result)
    {
        if (result.FindText("type")?.Value != "3")
            return QueryOf.Result(result);
        var ledger = result.FindMap("state_proof")?.FindMap("multi_signature")?.FindMap("value")?.Find("ledger_id") ?? 1;
        return LedgerMap.Of(("type", "3"), ("data", result.Find("seqNo") ?? LedgerValue.Null), ("ledgerId", ledger));
    }
}

using System.Text;
using System.Text.Json;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Replies;

/// <summary>A recorded reply: its state key, the value its proof holds, the bytes that were signed, and whether the sandbox keys signed them.</summary>
internal static class RecordedReply
{
    private const string Unresolved = "does not resolve with the current key form";

    // What the files call a node that the proof does not contain.
    private const string MissingNode = "KeyError";

    public static void Check(JsonElement item)
    {
        var reply = LedgerMap.Parse(item.Member("reply").GetRawText());
        var result = reply.FindMap("result") ?? throw new MismatchException("the reply has no result");
        Conformance.Check.Equal("type", item.Text("type"), result.FindText("type")?.Value);

        var proof = StateProof.Parse(Unescaped(result.FindMap("state_proof") ?? throw new MismatchException("the result has no state_proof")));
        var signature = proof.MultiSignature ?? throw new MismatchException("the proof has no multi_signature");
        Conformance.Check.Equal("signedBytes_hex", item.Text("signedBytes_hex"), Convert.ToHexStringLower(signature.Value.SignedBytes));
        var isValid = new MultiSignatureVerifier(SandboxPool.Keys).Verify(signature) is StateProofVerdict.Verified;
        Conformance.Check.Equal("blsValidWithSandboxKeys", item.Truth("blsValidWithSandboxKeys"), isValid);

        CheckState(item, QueryOf.StateKey(QueryOf.Result(result)), proof);
    }

    private static void CheckState(JsonElement item, byte[] key, StateProof proof)
    {
        var verdict = TrieProof.Verify(proof.RootHash, proof.ProofNodes.Span, key);
        if (item.Has("stateKey_hex"))
        {
            Conformance.Check.Equal("stateKey_hex", item.Text("stateKey_hex"), Convert.ToHexStringLower(key));
            Conformance.Check.Equal("stateKey_text", item.Member("stateKey_text").GetString(), TextOf(key));
            Conformance.Check.Equal("stateValue_text", item.Member("stateValue_text").GetString(), ValueOf(verdict));
            return;
        }

        Conformance.Check.Equal("proof", item.Text("proof"), verdict is TrieVerdict.Present ? "resolves" : Unresolved);
        Conformance.Check.Equal(
            "err", item.Text("err"), verdict is TrieVerdict.Rejected { Fault: TrieFault.MissingNode } ? MissingNode : $"{verdict}");
    }

    // Some of the recordings hold the slashes of base64 with a backslash in front.
    private static LedgerMap Unescaped(LedgerMap proof) => proof.FindText("proof_nodes") is { } nodes
        ? proof.With("proof_nodes", nodes.Value.Replace("\\/", "/", StringComparison.Ordinal))
        : proof;

    private static string? ValueOf(TrieVerdict verdict) =>
        verdict is TrieVerdict.Present present ? Encoding.UTF8.GetString(present.Value.Span) : null;

    // Keys that are hashes have no text.
    private static string? TextOf(byte[] key) => Array.TrueForAll(key, unit => unit is >= 0x20 and < 0x7f) ? Encoding.ASCII.GetString(key) : null;
}

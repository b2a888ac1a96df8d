using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// The cases of <c>replies.json</c>: the answer member by member, the proof's nodes as a set, multi-signatures verified, and the verdict of
/// a client that has this one answer only.
/// </summary>
internal static class ReplyCases
{
    public static IEnumerable<ConformanceCase> Load(IReadOnlyList<RecordedItem> items, Lazy<Replay> replay) =>
        items.Select(item => new ConformanceCase(item.Name, () => Run(item, replay.Value)));

    private static void Run(RecordedItem item, Replay replay)
    {
        var answers = item.Answers ?? throw new MismatchException("the item was not replayed");
        Check.That("answers", answers.Count == 2, $"expected an acknowledgement and a reply, got {answers.Count} answers");
        var recorded = item.Element.Member("reply");
        Check.Equal("reply.op", recorded.Text("op"), answers[1].FindText("op")?.Value);
        var ours = answers[1].FindMap("result") ?? LedgerMap.Empty;
        var theirs = LedgerMap.Parse(recorded.Member("result").GetRawText());
        CheckProof("state_proof", theirs.Find("state_proof"), ours.Find("state_proof"), replay);
        var (theirFrom, ourFrom) = (FromProof(theirs), FromProof(ours));
        CheckProof("data.stateProofFrom", theirFrom, ourFrom, replay);
        Json.Equal("result", Json.Of(Bare(theirs)), Bare(ours));
        ProofVerdict.Check(item, recorded, replay);
    }

    private static LedgerValue? FromProof(LedgerMap result) => result.FindMap("data")?.Find("stateProofFrom");

    private static LedgerMap Bare(LedgerMap result)
    {
        var bare = result.Without("state_proof");
        return bare.FindMap("data") is { } data && data.Find("stateProofFrom") is LedgerMap
            ? bare.With("data", data.With("stateProofFrom", "compared apart"))
            : bare;
    }

    private static void CheckProof(string field, LedgerValue? recorded, LedgerValue? ours, Replay replay)
    {
        Check.Equal($"{field} given", recorded is LedgerMap, ours is LedgerMap);
        if (recorded is not LedgerMap theirs || ours is not LedgerMap proof)
            return;
        Check.Equal($"{field} members", string.Join(',', theirs.Select(member => member.Key).Order()), string.Join(',', proof.Select(member => member.Key).Order()));
        Check.Equal($"{field}.root_hash", theirs.FindText("root_hash")?.Value, proof.FindText("root_hash")?.Value);
        if (theirs.Contains("proof_nodes"))
            Check.Equal($"{field}.proof_nodes", Nodes(theirs), Nodes(proof));
        var signature = MultiSignature.Parse(theirs.FindMap("multi_signature")!);
        var root = MerkleHash.TryParse(proof.FindText("root_hash")?.Value ?? string.Empty, out var proved) ? proved : signature.Value.StateRoot;
        SignatureCheck.Run($"{field}.multi_signature", signature, LedgerOf(root, replay), root, replay);
    }

    private static LedgerId LedgerOf(MerkleHash root, Replay replay)
    {
        LedgerId[] ledgers = [LedgerId.Pool, LedgerId.Domain, LedgerId.Config];
        var owners = ledgers.Where(ledger => replay.Ledgers[ledger].State!.At(root) is not null).ToArray();
        return owners.Length == 1 ? owners[0] : throw new MismatchException($"multi_signature.value.state_root_hash: no state of ours has the root {root}");
    }

    /// <summary>The nodes of a proof in one order, because theirs is not said to mean anything (specification 9.2).</summary>
    private static string Nodes(LedgerMap proof)
    {
        var nodes = Rlp.Read(Convert.FromBase64String(proof.FindText("proof_nodes")!.Value)) as LedgerList
            ?? throw new MismatchException("proof_nodes: no list");
        return string.Join('\n', nodes.Select(node => Convert.ToHexStringLower(Rlp.Write(node))).Order(StringComparer.Ordinal));
    }
}

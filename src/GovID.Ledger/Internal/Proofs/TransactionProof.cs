using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>Judges GET_TXN: the transaction is a leaf of the ledger whose root the pool signed (specification 11.14).</summary>
internal static class TransactionProof
{
    private const int MaxPath = 64;

    private static readonly string[] LeafMembers = ["txn", "txnMetadata", "ver", "reqSignature"];
    private static readonly string[] ProofMembers = ["rootHash", "auditPath", "ledgerSize", "multi_signature", "state_proof"];

    /// <summary>Folds the audit path; the fault, or null and the root.</summary>
    public static (StateProofFault? Fault, MerkleHash Root) FindRoot(ReplyParts parts)
    {
        if (parts.Data is LedgerNull)
            return (StateProofFault.NotProvable, default);
        if (parts.AskedNumber("data") is not { } seqNo || seqNo < 1 || parts.DataMap is not { } data)
            return (StateProofFault.MalformedResult, default);
        if (parts.Result.Find("seqNo") is not { } given || !given.Equals(seqNo))
            return (StateProofFault.OtherRequest, default);
        if (data.Any(member => !LeafMembers.Contains(member.Key) && !ProofMembers.Contains(member.Key)))
            return (StateProofFault.UnprovenMembers, default);
        if (!TryReadPath(data, out var path) || !MerkleHash.TryParse(data.FindText("rootHash")?.Value, out var root))
            return (StateProofFault.MalformedProof, default);
        if (data.FindInteger("ledgerSize") is not { } size || !size.TryGetInt64(out var leaves))
            return (StateProofFault.MalformedProof, default);

        var leaf = MerkleProofs.LeafHash(LeafOf(data).ToMessagePack());
        return MerkleProofs.VerifyInclusion(leaf, seqNo - 1, leaves, path, root) switch
        {
            MerkleVerdict.Accepted => (null, root),
            MerkleVerdict.Rejected { Fault: MerkleFault.SurplusHashes } => (StateProofFault.SurplusNode, root),
            _ => (StateProofFault.AuditPathMismatch, root),
        };
    }

    /// <summary>The multi-signature stands beside the data or among them.</summary>
    public static LedgerMap? FindSignature(ReplyParts parts) =>
        parts.Result.FindMap("state_proof")?.FindMap("multi_signature")
        ?? parts.DataMap?.FindMap("multi_signature")
        ?? parts.DataMap?.FindMap("state_proof")?.FindMap("multi_signature");

    private static LedgerMap LeafOf(LedgerMap data)
    {
        var leaf = LedgerMap.From(data.Where(member => LeafMembers.Contains(member.Key) && member.Value is not LedgerNull));
        return leaf.FindMap("txn") is { } txn && txn.FindText("type")?.Value == "100" && txn.FindMap("data") is { } content
            ? leaf.With("txn", txn.With("data", WithoutClearText(content)))
            : leaf;
    }

    // The ledger holds hashes of attribute texts; the reply shows the texts (specification 7.1).
    private static LedgerMap WithoutClearText(LedgerMap content)
    {
        foreach (var name in (ReadOnlySpan<string>)["raw", "enc"])
        {
            if (content.FindText(name) is { } text)
                content = content.With(name, ReplyParts.HexSha256(text.Value));
        }

        return content;
    }

    private static bool TryReadPath(LedgerMap data, out MerkleHash[] path)
    {
        path = [];
        if (data.FindList("auditPath") is not { Count: <= MaxPath } hashes)
            return false;

        path = new MerkleHash[hashes.Count];
        for (var i = 0; i < path.Length; i++)
        {
            if (!MerkleHash.TryParse((hashes[i] as LedgerText)?.Value, out path[i]))
                return false;
        }

        return true;
    }
}

using GovID.Ledger.Internal.Trie;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.State;

/// <summary>Judges trie proofs strictly (specification 9.2): every node reached by its hash, none missing, none left over.</summary>
public static class TrieProof
{
    /// <summary>Walks from a root to a key.</summary>
    /// <param name="root">The root, which the caller must know to be genuine.</param>
    /// <param name="proofNodes">The RLP list of the nodes, in any order.</param>
    /// <param name="key">The state key.</param>
    /// <returns>What the nodes prove.</returns>
    public static TrieVerdict Verify(MerkleHash root, ReadOnlySpan<byte> proofNodes, ReadOnlySpan<byte> key)
    {
        var walk = new ProofWalk(root, proofNodes);
        var verdict = walk.Find(key);
        return verdict is TrieVerdict.Rejected || walk.AllUsed ? verdict : new TrieVerdict.Rejected(TrieFault.SurplusNode);
    }

    /// <summary>Walks from a root to each of several keys that share the nodes; a node is surplus when no key needs it.</summary>
    /// <param name="root">The root, which the caller must know to be genuine.</param>
    /// <param name="proofNodes">The RLP list of the nodes, in any order.</param>
    /// <param name="keys">The state keys.</param>
    /// <returns>One verdict for each key, in the same order; all are rejected when a node is surplus.</returns>
    public static IReadOnlyList<TrieVerdict> VerifyAll(
        MerkleHash root, ReadOnlySpan<byte> proofNodes, IReadOnlyList<ReadOnlyMemory<byte>> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var walk = new ProofWalk(root, proofNodes);
        var verdicts = new TrieVerdict[keys.Count];
        for (var i = 0; i < verdicts.Length; i++)
            verdicts[i] = walk.Find(keys[i].Span);
        if (!walk.AllUsed)
            Array.Fill(verdicts, new TrieVerdict.Rejected(TrieFault.SurplusNode));
        return verdicts;
    }
}

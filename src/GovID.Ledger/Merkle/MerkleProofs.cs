using System.Numerics;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Merkle;

/// <summary>Judges the two proofs of a Merkle log strictly: exactly the hashes the sizes ask for, no more, no fewer (specification 8).</summary>
public static class MerkleProofs
{
    /// <summary>Computes the hash of a leaf: SHA-256(00, data) (specification 8.1).</summary>
    /// <param name="leaf">The bytes of the leaf.</param>
    /// <returns>The hash.</returns>
    public static MerkleHash LeafHash(ReadOnlySpan<byte> leaf) => TreeHasher.Leaf(leaf);

    /// <summary>Judges an audit path (specification 8.2).</summary>
    /// <param name="leafHash">The hash of the leaf.</param>
    /// <param name="index">The 0-based position, seqNo - 1.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="path">The hashes from the leaf level up.</param>
    /// <param name="root">The root of the tree.</param>
    /// <returns>The verdict.</returns>
    public static MerkleVerdict VerifyInclusion(
        MerkleHash leafHash, long index, long size, ReadOnlySpan<MerkleHash> path, MerkleHash root)
    {
        if (index < 0 || index >= size)
            return Reject(MerkleFault.SizesImpossible);

        var (first, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in path)
        {
            if (last == 0)
                return Reject(MerkleFault.SurplusHashes);
            if ((first & 1) != 0 || first == last)
            {
                hash = TreeHasher.Node(sibling, hash);
                var skip = first == 0 ? 0 : BitOperations.TrailingZeroCount(first);
                (first, last) = (first >> skip, last >> skip);
            }
            else
            {
                hash = TreeHasher.Node(hash, sibling);
            }

            (first, last) = (first >> 1, last >> 1);
        }

        if (last != 0)
            return Reject(MerkleFault.TooFewHashes);
        return hash == root ? MerkleVerdict.Accepted.Instance : Reject(MerkleFault.RootMismatch);
    }

    /// <summary>Judges the claim that a tree continues a smaller one (specification 8.3, RFC 9162 2.1.4.2).</summary>
    /// <param name="first">The size of the smaller tree; 0 is continued by every tree and needs no hashes.</param>
    /// <param name="firstRoot">Its root.</param>
    /// <param name="second">The size of the larger tree.</param>
    /// <param name="secondRoot">Its root.</param>
    /// <param name="proof">The hashes, lowest level first.</param>
    /// <returns>The verdict.</returns>
    public static MerkleVerdict VerifyConsistency(
        long first, MerkleHash firstRoot, long second, MerkleHash secondRoot, ReadOnlySpan<MerkleHash> proof)
    {
        if (first < 0 || first > second)
            return Reject(MerkleFault.SizesImpossible);
        if (first == second || first == 0)
            return JudgeWithoutHashes(first, firstRoot, second, secondRoot, proof);

        var isComplete = BitOperations.IsPow2(first);
        if (!isComplete && proof.IsEmpty)
            return Reject(MerkleFault.TooFewHashes);

        var start = isComplete ? firstRoot : proof[0];
        var shift = BitOperations.TrailingZeroCount(first);
        return Fold((first - 1) >> shift, (second - 1) >> shift, start, isComplete ? proof : proof[1..]) switch
        {
            (_, _, { } fault) => Reject(fault),
            var (old, _, _) when old != firstRoot => Reject(MerkleFault.OldRootMismatch),
            var (_, recent, _) when recent != secondRoot => Reject(MerkleFault.RootMismatch),
            _ => MerkleVerdict.Accepted.Instance,
        };
    }

    private static (MerkleHash Old, MerkleHash Recent, MerkleFault? Fault) Fold(
        long first, long last, MerkleHash start, ReadOnlySpan<MerkleHash> proof)
    {
        var (old, recent) = (start, start);
        foreach (var hash in proof)
        {
            if (last == 0)
                return (old, recent, MerkleFault.SurplusHashes);
            if ((first & 1) != 0 || first == last)
            {
                (old, recent) = (TreeHasher.Node(hash, old), TreeHasher.Node(hash, recent));
                var skip = first == 0 ? 0 : BitOperations.TrailingZeroCount(first);
                (first, last) = (first >> skip, last >> skip);
            }
            else
            {
                recent = TreeHasher.Node(recent, hash);
            }

            (first, last) = (first >> 1, last >> 1);
        }

        return (old, recent, last == 0 ? null : MerkleFault.TooFewHashes);
    }

    private static MerkleVerdict JudgeWithoutHashes(
        long first, MerkleHash firstRoot, long second, MerkleHash secondRoot, ReadOnlySpan<MerkleHash> proof)
    {
        if (!proof.IsEmpty)
            return Reject(MerkleFault.SurplusHashes);
        if (first == 0 && firstRoot != TreeHasher.Empty)
            return Reject(MerkleFault.OldRootMismatch);
        if (first == second && firstRoot != secondRoot)
            return Reject(MerkleFault.RootMismatch);
        return MerkleVerdict.Accepted.Instance;
    }

    private static MerkleVerdict.Rejected Reject(MerkleFault fault) => new(fault);
}

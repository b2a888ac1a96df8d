using System.Numerics;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Merkle;

/// <summary>
/// The append-only Merkle tree of a ledger (specification 8, RFC 6962 shape). Keeps hashes only: any earlier root, inclusion proof and
/// consistency proof is computed in logarithmic time. One writer at a time; not synchronised.
/// </summary>
public sealed class MerkleLog
{
    private const int MaxLevels = 40;

    // Hashes of every third level are kept; the two levels between are recomputed from at most four of them. This costs a few
    // microseconds for a proof and saves almost half of the memory.
    private const int LevelStep = 3;

    private readonly HashList[] _levels = new HashList[(MaxLevels / LevelStep) + 1];

    // The roots of the complete subtrees that make up the present tree: bit k of the size tells whether peak k exists.
    private readonly MerkleHash[] _peaks = new MerkleHash[MaxLevels];

    /// <summary>Creates the empty log.</summary>
    public MerkleLog()
    {
        for (var i = 0; i < _levels.Length; i++)
            _levels[i] = new HashList();
    }

    /// <summary>Gets the number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Gets the root over all leaves; SHA-256 of nothing while there is none.</summary>
    public MerkleHash Root
    {
        get
        {
            if (Size == 0)
                return TreeHasher.Empty;

            var level = BitOperations.TrailingZeroCount(Size);
            var root = _peaks[level];
            for (level++; level < MaxLevels; level++)
            {
                if ((Size >> level & 1) != 0)
                    root = TreeHasher.Node(_peaks[level], root);
            }

            return root;
        }
    }

    /// <summary>Gets the bytes of memory held for hashes.</summary>
    public long MemoryBytes => _levels.Sum(level => level.MemoryBytes) + (MaxLevels * (long)MerkleHash.Length);

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The bytes of the leaf: MessagePack of the transaction.</param>
    /// <returns>The leaf's hash.</returns>
    public MerkleHash Append(ReadOnlySpan<byte> leaf)
    {
        var hash = TreeHasher.Leaf(leaf);
        AppendHash(hash);
        return hash;
    }

    /// <summary>Appends a leaf of which only the hash is at hand.</summary>
    /// <param name="leafHash">The leaf's hash.</param>
    public void AppendHash(MerkleHash leafHash)
    {
        _levels[0].Add(leafHash);
        var level = 0;
        for (var hash = leafHash; ; level++)
        {
            if ((Size >> level & 1) == 0)
            {
                _peaks[level] = hash;
                break;
            }

            hash = TreeHasher.Node(_peaks[level], hash);
            if ((level + 1) % LevelStep == 0)
                _levels[(level + 1) / LevelStep].Add(hash);
        }

        Size++;
    }

    /// <summary>Drops the newest leaves, such as those of a batch that was not certified.</summary>
    /// <param name="size">The number of leaves to keep.</param>
    /// <exception cref="ArgumentOutOfRangeException">The log has fewer leaves, or the number is negative.</exception>
    public void Truncate(long size)
    {
        CheckSize(size, nameof(size));
        for (var i = 0; i < _levels.Length; i++)
            _levels[i].Truncate(i * LevelStep >= 63 ? 0 : (int)(size >> (i * LevelStep)));
        var start = 0L;
        for (var level = MaxLevels - 1; level >= 0; level--)
        {
            if ((size >> level & 1) == 0)
                continue;
            _peaks[level] = Complete(level, start >> level);
            start += 1L << level;
        }

        Size = size;
    }

    /// <summary>Gets the hash of one leaf.</summary>
    /// <param name="index">The 0-based position, seqNo - 1.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public MerkleHash LeafHash(long index)
    {
        CheckIndex(index, Size);
        return _levels[0][(int)index];
    }

    /// <summary>Computes the root the log had at an earlier size.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <returns>The root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log has fewer leaves, or the number is negative.</exception>
    public MerkleHash RootAt(long size)
    {
        CheckSize(size, nameof(size));
        if (size == Size)
            return Root;
        return size == 0 ? TreeHasher.Empty : Range(0, size);
    }

    /// <summary>Computes the audit path of a leaf in the tree of a given size, from the leaf level up (specification 8.2).</summary>
    /// <param name="index">The 0-based position of the leaf, seqNo - 1.</param>
    /// <param name="size">The size of the tree the path belongs to.</param>
    /// <returns>The hashes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in such a tree, or the log is smaller.</exception>
    public MerkleHash[] InclusionProof(long index, long size)
    {
        CheckSize(size, nameof(size));
        CheckIndex(index, size);
        var path = new List<MerkleHash>(MaxLevels);
        AddPath(path, index, 0, size);
        return [.. path];
    }

    /// <summary>Computes the proof that the tree of the second size continues the tree of the first (specification 8.3).</summary>
    /// <param name="first">The smaller size.</param>
    /// <param name="second">The larger size.</param>
    /// <returns>The hashes, lowest level first; none when the sizes are equal or the first is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are in the wrong order or the log is smaller.</exception>
    public MerkleHash[] ConsistencyProof(long first, long second)
    {
        CheckSize(second, nameof(second));
        if (first < 0 || first > second)
            throw new ArgumentOutOfRangeException(nameof(first), first, "The first size lies between 0 and the second.");

        var proof = new List<MerkleHash>(MaxLevels);
        if (first > 0)
            AddConsistency(proof, first, 0, second);
        return [.. proof];
    }

    // RFC 6962 2.1.1, PATH(m, D[start:start+count])
    private void AddPath(List<MerkleHash> path, long index, long start, long count)
    {
        if (count == 1)
            return;

        var split = SplitPoint(count);
        if (index < split)
        {
            AddPath(path, index, start, split);
            path.Add(Range(start + split, count - split));
        }
        else
        {
            AddPath(path, index - split, start + split, count - split);
            path.Add(Range(start, split));
        }
    }

    // RFC 6962 2.1.2, SUBPROOF(m, D[start:start+count], b); b holds exactly as long as the range still starts at leaf 0.
    private void AddConsistency(List<MerkleHash> proof, long first, long start, long count)
    {
        if (first == count)
        {
            if (start > 0)
                proof.Add(Range(start, count));
            return;
        }

        var split = SplitPoint(count);
        if (first <= split)
        {
            AddConsistency(proof, first, start, split);
            proof.Add(Range(start + split, count - split));
        }
        else
        {
            AddConsistency(proof, first - split, start + split, count - split);
            proof.Add(Range(start, split));
        }
    }

    private MerkleHash Range(long start, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.TrailingZeroCount(count);
            return Complete(level, start >> level);
        }

        var split = SplitPoint(count);
        return TreeHasher.Node(Range(start, split), Range(start + split, count - split));
    }

    private MerkleHash Complete(int level, long index) => level % LevelStep == 0
        ? _levels[level / LevelStep][(int)index]
        : TreeHasher.Node(Complete(level - 1, 2 * index), Complete(level - 1, (2 * index) + 1));

    // The largest power of two below the count.
    private static long SplitPoint(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private void CheckSize(long size, string name)
    {
        if (size < 0 || size > Size)
            throw new ArgumentOutOfRangeException(name, size, $"The log has {Size} leaves.");
    }

    private static void CheckIndex(long index, long size)
    {
        if (index < 0 || index >= size)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The tree has {size} leaves.");
    }
}

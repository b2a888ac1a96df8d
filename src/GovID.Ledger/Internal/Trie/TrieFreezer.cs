using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal.Trie;

/// <summary>Writes the pending nodes of a trie to the arena, children first, and hashes branches as it goes.</summary>
internal static class TrieFreezer
{
    public static void Freeze(NodeArena arena, ref NodeLink root)
    {
        if (root.Pending is null)
            return;

        var parentsFirst = Collect(root.Pending);
        var record = new ByteWriter(stackalloc byte[1024]);
        for (var i = parentsFirst.Count - 1; i >= 0; i--)
        {
            record.Clear();
            WriteRecord(arena, ref record, parentsFirst[i].Node, parentsFirst[i].Depth);
            parentsFirst[i].Node.WrittenAt = arena.Append(record.Written);
        }

        record.Dispose();
        root = new NodeLink { Offset = root.Pending.WrittenAt };
    }

    private static List<(PendingNode Node, int Depth)> Collect(PendingNode root)
    {
        List<(PendingNode Node, int Depth)> found = [(root, 0)];
        for (var i = 0; i < found.Count; i++)
        {
            var depth = found[i].Depth;
            switch (found[i].Node)
            {
                case PendingExtension { Child.Pending: { } child } extension:
                    found.Add((child, depth + extension.Path.Length));
                    break;
                case PendingBranch branch:
                    CollectChildren(branch, depth + 1, found);
                    break;
            }
        }

        return found;
    }

    private static void CollectChildren(PendingBranch branch, int depth, List<(PendingNode Node, int Depth)> found)
    {
        foreach (ref readonly var link in (ReadOnlySpan<NodeLink>)branch.Children)
        {
            if (link.Pending is { } pending)
                found.Add((pending, depth));
        }
    }

    private static void WriteRecord(NodeArena arena, ref ByteWriter record, PendingNode node, int depth)
    {
        switch (node)
        {
            case PendingLeaf leaf:
                NodeRecord.WriteLeaf(ref record, leaf.Key, leaf.Value);
                break;
            case PendingExtension extension:
                NodeRecord.WriteExtension(ref record, extension.Path, extension.Child.StoredAt);
                break;
            case PendingBranch branch:
                WriteBranch(arena, ref record, branch, depth);
                break;
        }
    }

    private static void WriteBranch(NodeArena arena, ref ByteWriter record, PendingBranch branch, int depth)
    {
        Span<uint> children = stackalloc uint[NodeRecord.BranchWidth];
        for (var i = 0; i < children.Length; i++)
            children[i] = branch.Children[i].StoredAt;
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        if (!new NodeRlp(arena).TryHashBranch(children, branch.Value, depth, hash))
            hash = default;
        if (hash.IsEmpty || branch.Earlier == 0 || !NodeRecord.TryWriteChanges(ref record, arena, branch.Earlier, children, hash))
            NodeRecord.WriteBranch(ref record, children, branch.Value, hash);
    }
}

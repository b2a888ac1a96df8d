using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal.Trie;

/// <summary>Writes the pending nodes of a trie to the arena, children first, and hashes branches as it goes.</summary>
internal static class TrieFreezer
{
    private const int BranchWidth = 16;

    public static void Freeze(NodeArena arena, ref NodeLink root)
    {
        if (root.Pending is null)
            return;

        var parentsFirst = Collect(root.Pending);
        var record = new ByteWriter(stackalloc byte[1024]);
        for (var i = parentsFirst.Count - 1; i >= 0; i--)
        {
            record.Clear();
            WriteRecord(arena, ref record, parentsFirst[i]);
            parentsFirst[i].WrittenAt = arena.Append(record.Written);
        }

        record.Dispose();
        root = new NodeLink { Offset = root.Pending.WrittenAt };
    }

    private static List<PendingNode> Collect(PendingNode root)
    {
        List<PendingNode> found = [root];
        for (var i = 0; i < found.Count; i++)
        {
            switch (found[i])
            {
                case PendingExtension { Child.Pending: { } child }:
                    found.Add(child);
                    break;
                case PendingBranch branch:
                    foreach (ref readonly var link in (ReadOnlySpan<NodeLink>)branch.Children)
                    {
                        if (link.Pending is { } pending)
                            found.Add(pending);
                    }

                    break;
            }
        }

        return found;
    }

    private static void WriteRecord(NodeArena arena, ref ByteWriter record, PendingNode node)
    {
        switch (node)
        {
            case PendingLeaf leaf:
                NodeRecord.WriteLeaf(ref record, leaf.Path, leaf.Value);
                break;
            case PendingExtension extension:
                NodeRecord.WriteExtension(ref record, extension.Path, extension.Child.StoredAt);
                break;
            case PendingBranch branch:
                Span<uint> children = stackalloc uint[BranchWidth];
                for (var i = 0; i < BranchWidth; i++)
                    children[i] = branch.Children[i].StoredAt;
                Span<byte> hash = stackalloc byte[MerkleHash.Length];
                var isHashed = new NodeRlp(arena).TryHashBranch(children, branch.Value, hash);
                NodeRecord.WriteBranch(ref record, children, branch.Value, isHashed ? hash : default);
                break;
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GovID.Ledger.Internal.Trie;

/// <summary>Changes the pending part of a trie. Loops instead of recursion: keys, and so depths, come from outside.</summary>
internal readonly ref struct TrieEditor(NodeArena arena)
{
    public void Set(ref NodeLink root, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nibbles, byte[] value)
    {
        ref var link = ref root;
        var rest = nibbles;
        while (!link.IsEmpty)
        {
            if (TryReadLeaf(link, out var leafKey, out var leafValue))
            {
                if (key.SequenceEqual(leafKey))
                    break;
                SplitLeaf(ref link, leafKey, leafValue, new Meeting(Nibbles.CommonPrefix(key, leafKey), nibbles.Length - rest.Length));
                continue;
            }

            switch (Load(ref link))
            {
                case PendingBranch branch when rest.IsEmpty:
                    branch.Value = value;
                    return;
                case PendingBranch branch:
                    link = ref branch.Children[rest[0]];
                    rest = rest[1..];
                    break;
                case PendingExtension extension when rest.StartsWith(extension.Path):
                    link = ref extension.Child;
                    rest = rest[extension.Path.Length..];
                    break;
                case PendingExtension extension:
                    SplitExtension(ref link, extension, rest.CommonPrefixLength(extension.Path));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        link = new NodeLink { Pending = new PendingLeaf(key.ToArray(), value) };
    }

    /// <summary>Removes a key that the caller knows to be present.</summary>
    public void Remove(ref NodeLink root, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nibbles)
    {
        ref var link = ref root;
        ref var above = ref root;
        ref var aboveThat = ref root;
        var (depth, aboveDepth) = (0, -1);
        while (!TryReadLeaf(link, out _, out _))
        {
            var node = Load(ref link);
            if (depth == nibbles.Length && node is PendingBranch holder)
            {
                holder.Value = null;
                Normalise(ref link, ref above, key);
                return;
            }

            aboveThat = ref above;
            above = ref link;
            aboveDepth = depth;
            if (node is PendingBranch branch)
            {
                link = ref branch.Children[nibbles[depth]];
                depth++;
            }
            else
            {
                var extension = (PendingExtension)node;
                link = ref extension.Child;
                depth += extension.Path.Length;
            }
        }

        link = default;
        if (aboveDepth >= 0)
            Normalise(ref above, ref aboveThat, key[..(aboveDepth / 2)]);
    }

    // Specification 9.1: a branch with a single thing left becomes a leaf or extension, and joins an extension above it. For a branch
    // at the root both links are the same one. The key is the branch's own, for the case that its value is what is left.
    private void Normalise(ref NodeLink branchLink, ref NodeLink aboveLink, ReadOnlySpan<byte> branchKey)
    {
        var branch = (PendingBranch)branchLink.Pending!;
        var only = -1;
        for (var i = 0; i < NodeRecord.BranchWidth; i++)
        {
            if (branch.Children[i].IsEmpty)
                continue;
            if (only >= 0 || branch.Value is not null)
                return;
            only = i;
        }

        var isRoot = Unsafe.AreSame(ref branchLink, ref aboveLink);
        branchLink = only < 0
            ? new NodeLink { Pending = new PendingLeaf(branchKey.ToArray(), branch.Value!) }
            : Prefixed([(byte)only], branch.Children[only]);
        if (!isRoot && aboveLink.Pending is PendingExtension above)
            aboveLink = Prefixed(above.Path, branchLink);
    }

    /// <summary>The node of a link with more path in front of it. A leaf knows its whole key and stays as it is.</summary>
    private NodeLink Prefixed(byte[] path, NodeLink link) => KindOf(link) switch
    {
        NodeKind.Leaf => link,
        NodeKind.Extension when (PendingExtension)Load(ref link) is var extension =>
            new NodeLink { Pending = new PendingExtension([.. path, .. extension.Path]) { Child = extension.Child } },
        _ => new NodeLink { Pending = new PendingExtension(path) { Child = link } },
    };

    private static void SplitLeaf(ref NodeLink link, ReadOnlySpan<byte> leafKey, ReadOnlySpan<byte> leafValue, Meeting meeting)
    {
        var branch = new PendingBranch();
        if (meeting.Common == 2 * leafKey.Length)
            branch.Value = leafValue.ToArray();
        else
            branch.Children[Nibbles.At(leafKey, meeting.Common)] = link;

        var path = new byte[meeting.Common - meeting.Depth];
        for (var i = 0; i < path.Length; i++)
            path[i] = Nibbles.At(leafKey, meeting.Depth + i);
        Put(ref link, branch, path);
    }

    private static void SplitExtension(ref NodeLink link, PendingExtension extension, int common)
    {
        var branch = new PendingBranch();
        ref var child = ref branch.Children[extension.Path[common]];
        if (common + 1 == extension.Path.Length)
            child = extension.Child;
        else
            child.Pending = new PendingExtension(extension.Path[(common + 1)..]) { Child = extension.Child };
        Put(ref link, branch, extension.Path[..common]);
    }

    private static void Put(ref NodeLink link, PendingBranch branch, byte[] path)
    {
        PendingNode node = path.Length == 0 ? branch : new PendingExtension(path) { Child = new NodeLink { Pending = branch } };
        link = new NodeLink { Pending = node };
    }

    private NodeKind KindOf(NodeLink link) => link.Pending switch
    {
        null => new NodeRecord(arena, link.Offset).Kind,
        PendingLeaf => NodeKind.Leaf,
        PendingExtension => NodeKind.Extension,
        _ => NodeKind.Branch,
    };

    private bool TryReadLeaf(NodeLink link, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = default;
        value = default;
        if (link.Pending is PendingLeaf pending)
        {
            key = pending.Key;
            value = pending.Value;
            return true;
        }

        if (link.Pending is not null || new NodeRecord(arena, link.Offset) is not { Kind: NodeKind.Leaf } stored)
            return false;

        key = stored.Key;
        value = stored.Value;
        return true;
    }

    private PendingNode Load(ref NodeLink link)
    {
        if (link.Pending is not null)
            return link.Pending;

        var node = new NodeRecord(arena, link.Offset);
        link.Pending = node.Kind == NodeKind.Extension
            ? new PendingExtension(Nibbles.FromPacked(node.Path)) { Child = new NodeLink { Offset = node.Child() } }
            : LoadBranch(node, link.Offset);
        link.Offset = 0;
        return link.Pending;
    }

    private static PendingBranch LoadBranch(NodeRecord node, uint offset)
    {
        Span<uint> children = stackalloc uint[NodeRecord.BranchWidth];
        node.CopyChildren(children);
        var branch = new PendingBranch(offset, node.Value.IsEmpty ? null : node.Value.ToArray());
        for (var i = 0; i < children.Length; i++)
            branch.Children[i].Offset = children[i];
        return branch;
    }

    /// <summary>Where two keys part, and where the node stands at which they met, in key halves.</summary>
    private readonly record struct Meeting(int Common, int Depth);
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GovID.Ledger.Internal.Trie;

/// <summary>Changes the pending part of a trie. Loops instead of recursion: keys, and so depths, come from outside.</summary>
internal readonly ref struct TrieEditor(NodeArena arena)
{
    private const int BranchWidth = 16;

    public void Set(ref NodeLink root, ReadOnlySpan<byte> nibbles, byte[] value)
    {
        ref var link = ref root;
        while (!link.IsEmpty)
        {
            switch (Load(ref link))
            {
                case PendingBranch branch when nibbles.IsEmpty:
                    branch.Value = value;
                    return;
                case PendingBranch branch:
                    link = ref branch.Children[nibbles[0]];
                    nibbles = nibbles[1..];
                    break;
                case PendingLeaf leaf when nibbles.SequenceEqual(leaf.Path):
                    leaf.Value = value;
                    return;
                case PendingLeaf leaf:
                    SplitLeaf(ref link, leaf, nibbles.CommonPrefixLength(leaf.Path));
                    break;
                case PendingExtension extension when nibbles.StartsWith(extension.Path):
                    link = ref extension.Child;
                    nibbles = nibbles[extension.Path.Length..];
                    break;
                case PendingExtension extension:
                    SplitExtension(ref link, extension, nibbles.CommonPrefixLength(extension.Path));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        link.Pending = new PendingLeaf(nibbles.ToArray(), value);
    }

    /// <summary>Removes a key that the caller knows to be present.</summary>
    public void Remove(ref NodeLink root, ReadOnlySpan<byte> nibbles)
    {
        ref var link = ref root;
        ref var above = ref root;
        ref var aboveThat = ref root;
        for (var depth = 0; ; depth++)
        {
            switch (Load(ref link))
            {
                case PendingLeaf:
                    link = default;
                    if (depth > 0)
                        Normalise(ref above, ref aboveThat);
                    return;
                case PendingBranch branch when nibbles.IsEmpty:
                    branch.Value = null;
                    Normalise(ref link, ref above);
                    return;
                case PendingBranch branch:
                    aboveThat = ref above;
                    above = ref link;
                    link = ref branch.Children[nibbles[0]];
                    nibbles = nibbles[1..];
                    break;
                case PendingExtension extension:
                    aboveThat = ref above;
                    above = ref link;
                    link = ref extension.Child;
                    nibbles = nibbles[extension.Path.Length..];
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    // Specification 9.1: a branch with a single thing left becomes a leaf or extension, and joins an extension above it. For a branch
    // at the root both links are the same one.
    private void Normalise(ref NodeLink branchLink, ref NodeLink aboveLink)
    {
        var branch = (PendingBranch)branchLink.Pending!;
        var only = -1;
        for (var i = 0; i < BranchWidth; i++)
        {
            if (branch.Children[i].IsEmpty)
                continue;
            if (only >= 0 || branch.Value is not null)
                return;
            only = i;
        }

        var isRoot = Unsafe.AreSame(ref branchLink, ref aboveLink);
        branchLink.Pending = only < 0
            ? new PendingLeaf([], branch.Value!)
            : Prefixed([(byte)only], ref branch.Children[only]);
        if (!isRoot && aboveLink.Pending is PendingExtension above)
            aboveLink.Pending = Prefixed(above.Path, ref branchLink);
    }

    /// <summary>The node of a link with more path in front of it.</summary>
    private PendingNode Prefixed(byte[] path, ref NodeLink link) => Load(ref link) switch
    {
        PendingLeaf leaf => new PendingLeaf([.. path, .. leaf.Path], leaf.Value),
        PendingExtension extension => new PendingExtension([.. path, .. extension.Path]) { Child = extension.Child },
        _ => new PendingExtension(path) { Child = link },
    };

    private static void SplitLeaf(ref NodeLink link, PendingLeaf leaf, int common)
    {
        var branch = new PendingBranch();
        if (common == leaf.Path.Length)
            branch.Value = leaf.Value;
        else
            branch.Children[leaf.Path[common]].Pending = new PendingLeaf(leaf.Path[(common + 1)..], leaf.Value);
        Put(ref link, branch, leaf.Path[..common]);
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
        link.Pending = path.Length == 0 ? branch : new PendingExtension(path) { Child = new NodeLink { Pending = branch } };
    }

    private PendingNode Load(ref NodeLink link)
    {
        if (link.Pending is not null)
            return link.Pending;

        var node = new NodeRecord(arena.At(link.Offset));
        link.Pending = node.Kind switch
        {
            NodeKind.Leaf => new PendingLeaf(Nibbles.FromPacked(node.Path), node.Value.ToArray()),
            NodeKind.Extension => new PendingExtension(Nibbles.FromPacked(node.Path)) { Child = new NodeLink { Offset = node.Child() } },
            _ => LoadBranch(node),
        };
        link.Offset = 0;
        return link.Pending;
    }

    private static PendingBranch LoadBranch(NodeRecord node)
    {
        var branch = new PendingBranch { Value = node.Value.IsEmpty ? null : node.Value.ToArray() };
        for (var i = 0; i < BranchWidth; i++)
            branch.Children[i].Offset = node.Child(i);
        return branch;
    }
}

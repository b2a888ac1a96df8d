namespace GovID.Ledger.Internal.Trie;

/// <summary>Looks keys up, from pending nodes into stored ones.</summary>
internal readonly ref struct TrieReader(NodeArena arena)
{
    /// <summary>Finds a value; empty when the key is absent, because an empty value is never stored.</summary>
    public ReadOnlySpan<byte> Find(NodeLink link, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nibbles)
    {
        var rest = nibbles;
        while (link.Pending is { } pending)
        {
            switch (pending)
            {
                case PendingLeaf leaf:
                    return key.SequenceEqual(leaf.Key) ? leaf.Value : default;
                case PendingExtension extension:
                    if (!rest.StartsWith(extension.Path))
                        return default;
                    rest = rest[extension.Path.Length..];
                    link = extension.Child;
                    break;
                case PendingBranch branch:
                    if (rest.IsEmpty)
                        return branch.Value;
                    link = branch.Children[rest[0]];
                    rest = rest[1..];
                    break;
            }
        }

        return FindStored(link.Offset, key, rest, null);
    }

    /// <summary>Finds a value below a stored node and notes the nodes passed, from the top down, with their depths.</summary>
    public ReadOnlySpan<byte> FindStored(
        uint offset, ReadOnlySpan<byte> key, ReadOnlySpan<byte> rest, List<(uint Offset, int Depth)>? passed)
    {
        while (offset != 0)
        {
            passed?.Add((offset, (2 * key.Length) - rest.Length));
            var node = new NodeRecord(arena, offset);
            switch (node.Kind)
            {
                case NodeKind.Leaf:
                    return key.SequenceEqual(node.Key) ? node.Value : default;
                case NodeKind.Extension:
                    if (!Nibbles.StartsWithPacked(rest, node.Path))
                        return default;
                    rest = rest[Nibbles.CountPacked(node.Path)..];
                    offset = node.Child();
                    break;
                default:
                    if (rest.IsEmpty)
                        return node.Value;
                    offset = node.Child(rest[0]);
                    rest = rest[1..];
                    break;
            }
        }

        return default;
    }

    /// <summary>Finds the node below which all keys with a prefix lie, and the nibbles that lead to it.</summary>
    public (uint Offset, byte[] Path) FindPrefix(uint offset, ReadOnlySpan<byte> prefix)
    {
        var path = new List<byte>();
        ReadOnlySpan<byte> rest = Nibbles.Of(prefix);
        while (offset != 0 && !rest.IsEmpty)
        {
            var node = new NodeRecord(arena, offset);
            if (node.Kind == NodeKind.Leaf)
                return node.Key.StartsWith(prefix) ? (offset, []) : (0, []);
            if (node.Kind == NodeKind.Branch)
            {
                path.Add(rest[0]);
                offset = node.Child(rest[0]);
                rest = rest[1..];
                continue;
            }

            var nodePath = Nibbles.FromPacked(node.Path);
            var common = rest.CommonPrefixLength(nodePath);
            if (common == rest.Length)
                break;
            if (common < nodePath.Length)
                return (0, []);
            path.AddRange(nodePath);
            rest = rest[common..];
            offset = node.Child();
        }

        return (offset, [.. path]);
    }

    /// <summary>Lists the entries below a node in the order of their keys.</summary>
    public List<KeyValuePair<byte[], byte[]>> Entries(uint start, byte[] path)
    {
        var entries = new List<KeyValuePair<byte[], byte[]>>();
        var work = new Stack<(uint Offset, byte[] Path)>();
        work.Push((start, path));
        while (work.TryPop(out var at))
        {
            if (at.Offset == 0)
                continue;
            var node = new NodeRecord(arena, at.Offset);
            switch (node.Kind)
            {
                case NodeKind.Leaf:
                    entries.Add(new(node.Key.ToArray(), node.Value.ToArray()));
                    break;
                case NodeKind.Extension:
                    work.Push((node.Child(), [.. at.Path, .. Nibbles.FromPacked(node.Path)]));
                    break;
                default:
                    if (!node.Value.IsEmpty)
                        entries.Add(new(ToKey(at.Path), node.Value.ToArray()));
                    for (var i = NodeRecord.BranchWidth - 1; i >= 0; i--)
                        work.Push((node.Child(i), [.. at.Path, (byte)i]));
                    break;
            }
        }

        return entries;
    }

    private static byte[] ToKey(byte[] nibbles)
    {
        var key = new byte[nibbles.Length / 2];
        for (var i = 0; i < key.Length; i++)
            key[i] = (byte)((nibbles[2 * i] << 4) | nibbles[(2 * i) + 1]);
        return key;
    }
}

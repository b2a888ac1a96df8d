using System.Runtime.CompilerServices;

namespace GovID.Ledger.Internal.Trie;

/// <summary>A place that holds a node: nothing, a stored node by its offset, or one still being changed.</summary>
internal struct NodeLink
{
    public uint Offset;
    public PendingNode? Pending;

    public readonly bool IsEmpty => Offset == 0 && Pending is null;

    /// <summary>The offset of the node once it is stored.</summary>
    public readonly uint StoredAt => Pending?.WrittenAt ?? Offset;
}

/// <summary>A node changed since the trie was last frozen; written to the arena by the next freeze.</summary>
internal abstract class PendingNode
{
    /// <summary>Where the freeze put this node; 0 before.</summary>
    public uint WrittenAt { get; set; }
}

internal sealed class PendingLeaf(byte[] key, byte[] value) : PendingNode
{
    public byte[] Key { get; } = key;

    public byte[] Value { get; set; } = value;
}

internal sealed class PendingExtension(byte[] path) : PendingNode
{
    public NodeLink Child;

    public byte[] Path { get; } = path;
}

internal sealed class PendingBranch(uint earlier = 0, byte[]? value = null) : PendingNode
{
    private readonly byte[]? _loaded = value;

    public NodeLinks Children;

    public byte[]? Value { get; set; } = value;

    /// <summary>The stored record this branch was loaded from, as long as the value is still the one stored there; else 0.</summary>
    public uint Earlier => ReferenceEquals(_loaded, Value) ? earlier : 0;

    [InlineArray(16)]
    internal struct NodeLinks
    {
        private NodeLink _first;
    }
}

using GovID.Cryptography.Hashing;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal.Trie;

/// <summary>The RLP of stored nodes, from which hashes and proofs are made (specification 9.1). A depth counts the key halves above a node.</summary>
internal readonly ref struct NodeRlp(NodeArena arena)
{
    private const int EmbeddedLimit = 32;
    private const int StackPath = 256;

    public static MerkleHash EmptyRoot { get; } = new(Sha3_256.Hash([0x80]));

    /// <summary>The length of RLP([value]), which is what a node holds as its value.</summary>
    public static int WrappedLength(ReadOnlySpan<byte> value)
    {
        var inner = RlpCodec.StringLength(value);
        return RlpCodec.HeaderLength(inner) + inner;
    }

    /// <summary>Writes the RLP of the node at an offset.</summary>
    public void WriteNode(ref ByteWriter writer, uint offset, int depth)
    {
        var node = new NodeRecord(arena, offset);
        switch (node.Kind)
        {
            case NodeKind.Leaf:
                WriteLeaf(ref writer, node.Key, depth, node.Value);
                break;
            case NodeKind.Extension:
                WriteExtension(ref writer, node, depth);
                break;
            default:
                WriteBranch(ref writer, node, depth);
                break;
        }
    }

    /// <summary>Writes what a parent holds of the node: its RLP when shorter than 32 bytes, else its hash.</summary>
    public void WriteReference(ref ByteWriter writer, uint offset, int depth)
    {
        var node = new NodeRecord(arena, offset);
        if (node.Kind == NodeKind.Branch && node.HasHash)
        {
            RlpCodec.WriteString(ref writer, node.Hash);
            return;
        }

        var rlp = new ByteWriter(stackalloc byte[640]);
        WriteNode(ref rlp, offset, depth);
        if (rlp.Length < EmbeddedLimit)
        {
            writer.Write(rlp.Written);
        }
        else
        {
            writer.WriteByte(0x80 + MerkleHash.Length);
            Sha3_256.Hash(rlp.Written, writer.Reserve(MerkleHash.Length));
        }

        rlp.Dispose();
    }

    /// <summary>Says whether a parent holds the node itself instead of its hash.</summary>
    public bool IsEmbedded(uint offset, int depth)
    {
        var node = new NodeRecord(arena, offset);
        if (node.Kind == NodeKind.Branch)
            return !node.HasHash;
        if (node.Kind == NodeKind.Leaf && node.Value.Length >= EmbeddedLimit)
            return false;

        var rlp = new ByteWriter(stackalloc byte[160]);
        WriteNode(ref rlp, offset, depth);
        var isEmbedded = rlp.Length < EmbeddedLimit;
        rlp.Dispose();
        return isEmbedded;
    }

    /// <summary>The hash that stands for the whole trie below a node; a root is never embedded.</summary>
    public MerkleHash RootHash(uint offset)
    {
        if (offset == 0)
            return EmptyRoot;

        var node = new NodeRecord(arena, offset);
        if (node.Kind == NodeKind.Branch && node.HasHash)
            return new MerkleHash(node.Hash);

        Span<byte> digest = stackalloc byte[MerkleHash.Length];
        var rlp = new ByteWriter(stackalloc byte[640]);
        WriteNode(ref rlp, offset, depth: 0);
        Sha3_256.Hash(rlp.Written, digest);
        rlp.Dispose();
        return new MerkleHash(digest);
    }

    /// <summary>Hashes a branch that is about to be stored; false when its RLP is so short that parents embed it.</summary>
    public bool TryHashBranch(ReadOnlySpan<uint> children, ReadOnlySpan<byte> value, int depth, Span<byte> digest)
    {
        var rlp = new ByteWriter(stackalloc byte[1024]);
        WriteBranch(ref rlp, children, value, depth);
        var isHashed = rlp.Length >= EmbeddedLimit;
        if (isHashed)
            Sha3_256.Hash(rlp.Written, digest);
        rlp.Dispose();
        return isHashed;
    }

    private static void WriteLeaf(ref ByteWriter writer, ReadOnlySpan<byte> key, int depth, scoped ReadOnlySpan<byte> value)
    {
        var length = Nibbles.PackedLength((2 * key.Length) - depth);
        Span<byte> path = length <= StackPath ? stackalloc byte[length] : new byte[length];
        Nibbles.PackTail(key, depth, path);
        var wrapped = WrappedLength(value);
        RlpCodec.WriteListHeader(ref writer, RlpCodec.StringLength(path) + RlpCodec.HeaderLength(wrapped) + wrapped);
        RlpCodec.WriteString(ref writer, path);
        WriteWrapped(ref writer, value);
    }

    private void WriteExtension(ref ByteWriter writer, NodeRecord node, int depth)
    {
        var start = writer.Length;
        RlpCodec.WriteString(ref writer, node.Path);
        WriteReference(ref writer, node.Child(), depth + Nibbles.CountPacked(node.Path));
        PrefixListHeader(ref writer, start);
    }

    private void WriteBranch(ref ByteWriter writer, NodeRecord node, int depth)
    {
        Span<uint> children = stackalloc uint[NodeRecord.BranchWidth];
        node.CopyChildren(children);
        WriteBranch(ref writer, children, node.Value, depth);
    }

    private void WriteBranch(ref ByteWriter writer, scoped ReadOnlySpan<uint> children, scoped ReadOnlySpan<byte> value, int depth)
    {
        var start = writer.Length;
        foreach (var child in children)
        {
            if (child == 0)
                writer.WriteByte(0x80);
            else
                WriteReference(ref writer, child, depth + 1);
        }

        if (value.IsEmpty)
            writer.WriteByte(0x80);
        else
            WriteWrapped(ref writer, value);
        PrefixListHeader(ref writer, start);
    }

    private static void PrefixListHeader(ref ByteWriter writer, int start)
    {
        var header = new ByteWriter(stackalloc byte[8]);
        RlpCodec.WriteListHeader(ref header, writer.Length - start);
        header.Written.CopyTo(writer.InsertAt(start, header.Length));
    }

    // RLP(RLP([value])): the node's value is a string whose content is an RLP list of one string.
    private static void WriteWrapped(ref ByteWriter writer, scoped ReadOnlySpan<byte> value)
    {
        var wrapped = WrappedLength(value);
        RlpCodec.WriteStringHeader(ref writer, wrapped);
        RlpCodec.WriteListHeader(ref writer, RlpCodec.StringLength(value));
        RlpCodec.WriteString(ref writer, value);
    }
}

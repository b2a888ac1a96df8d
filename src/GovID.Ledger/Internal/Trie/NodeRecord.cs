using System.Buffers.Binary;
using System.Numerics;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal.Trie;

internal enum NodeKind
{
    Leaf = 1,
    Extension = 2,
    Branch = 3,
    Root = 4,
}

/// <summary>
/// A stored node. Layout: kind and flags (1); leaf: path length, packed path, value length, value; extension: path length, packed path,
/// child (4); branch: bitmap of children (2), their offsets (4 each), hash (32, unless it is embedded), value length and value if any;
/// root: hash (32), node (4).
/// </summary>
internal readonly ref struct NodeRecord
{
    private const byte HasHashFlag = 8;
    private const byte HasValueFlag = 16;
    private const int KindMask = 7;

    private readonly ReadOnlySpan<byte> _bytes;

    public NodeRecord(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public NodeKind Kind => (NodeKind)(_bytes[0] & KindMask);

    /// <summary>The packed path of a leaf or extension.</summary>
    public ReadOnlySpan<byte> Path => Sized(_bytes[1..], out _);

    /// <summary>The value of a leaf, or of a branch that has one.</summary>
    public ReadOnlySpan<byte> Value
    {
        get
        {
            var rest = _bytes[1..];
            if (Kind == NodeKind.Leaf)
            {
                _ = Sized(rest, out rest);
                return Sized(rest, out _);
            }

            return (_bytes[0] & HasValueFlag) == 0 ? default : Sized(rest[(2 + (4 * ChildCount) + HashLength)..], out _);
        }
    }

    public bool HasHash => (_bytes[0] & HasHashFlag) != 0;

    /// <summary>The hash of a branch that is not embedded.</summary>
    public ReadOnlySpan<byte> Hash => _bytes.Slice(3 + (4 * ChildCount), MerkleHash.Length);

    public ushort Bitmap => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[1..]);

    public ReadOnlySpan<byte> RootHash => _bytes.Slice(1, MerkleHash.Length);

    public uint RootNode => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(1 + MerkleHash.Length)..]);

    private int ChildCount => BitOperations.PopCount(Bitmap);

    private int HashLength => HasHash ? MerkleHash.Length : 0;

    /// <summary>The only child of an extension.</summary>
    public uint Child()
    {
        _ = Sized(_bytes[1..], out var rest);
        return BinaryPrimitives.ReadUInt32LittleEndian(rest);
    }

    /// <summary>One child of a branch; 0 when there is none.</summary>
    public uint Child(int nibble)
    {
        int bitmap = Bitmap;
        if ((bitmap >> nibble & 1) == 0)
            return 0;

        var before = BitOperations.PopCount((uint)(bitmap & ((1 << nibble) - 1)));
        return BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(3 + (4 * before))..]);
    }

    public static void WriteLeaf(ref ByteWriter writer, ReadOnlySpan<byte> nibbles, ReadOnlySpan<byte> value)
    {
        writer.WriteByte((byte)NodeKind.Leaf);
        WritePath(ref writer, nibbles, isLeaf: true);
        WriteLength(ref writer, value.Length);
        writer.Write(value);
    }

    public static void WriteExtension(ref ByteWriter writer, ReadOnlySpan<byte> nibbles, uint child)
    {
        writer.WriteByte((byte)NodeKind.Extension);
        WritePath(ref writer, nibbles, isLeaf: false);
        BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), child);
    }

    public static void WriteBranch(
        ref ByteWriter writer, scoped ReadOnlySpan<uint> children, scoped ReadOnlySpan<byte> value, scoped ReadOnlySpan<byte> hash)
    {
        var flags = (hash.IsEmpty ? 0 : HasHashFlag) | (value.IsEmpty ? 0 : HasValueFlag);
        writer.WriteByte((byte)((int)NodeKind.Branch | flags));
        var bitmap = 0;
        for (var i = 0; i < children.Length; i++)
            bitmap |= children[i] == 0 ? 0 : 1 << i;
        BinaryPrimitives.WriteUInt16LittleEndian(writer.Reserve(2), (ushort)bitmap);
        foreach (var child in children)
        {
            if (child != 0)
                BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), child);
        }

        writer.Write(hash);
        if (value.IsEmpty)
            return;
        WriteLength(ref writer, value.Length);
        writer.Write(value);
    }

    public static void WriteRoot(ref ByteWriter writer, MerkleHash hash, uint node)
    {
        writer.WriteByte((byte)NodeKind.Root);
        hash.CopyTo(writer.Reserve(MerkleHash.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), node);
    }

    private static void WritePath(ref ByteWriter writer, ReadOnlySpan<byte> nibbles, bool isLeaf)
    {
        var length = Nibbles.PackedLength(nibbles.Length);
        WriteLength(ref writer, length);
        Nibbles.Pack(nibbles, isLeaf, writer.Reserve(length));
    }

    private static void WriteLength(ref ByteWriter writer, int length)
    {
        for (; length >= 0x80; length >>= 7)
            writer.WriteByte((byte)(length & 0x7f | 0x80));
        writer.WriteByte((byte)length);
    }

    private static ReadOnlySpan<byte> Sized(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> rest)
    {
        var length = 0;
        var at = 0;
        for (var shift = 0; ; shift += 7)
        {
            length |= (bytes[at] & 0x7f) << shift;
            if (bytes[at++] < 0x80)
                break;
        }

        rest = bytes[(at + length)..];
        return bytes.Slice(at, length);
    }
}

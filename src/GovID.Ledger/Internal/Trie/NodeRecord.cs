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
/// A stored node. Layout: kind and flags (1); leaf: key length, whole key, value length, value (a leaf that moves down when keys meet stays
/// as it is); extension: path length, packed path,
/// child (4); branch: bitmap of children (2), their offsets (4 each), hash (32, unless it is embedded), value length and value if any;
/// changed branch: number of changes since the last whole form (1), the branch it changes (4), hash (32), number of other children (1),
/// each with its nibble (1) and offset (4); root: hash (32), node (4).
/// </summary>
internal readonly ref struct NodeRecord
{
    public const int BranchWidth = 16;

    /// <summary>How many changed forms may follow one another before a branch is written whole again.</summary>
    public const int MaxChanges = 8;

    private const byte HasHashFlag = 8;
    private const byte HasValueFlag = 16;
    private const byte ChangedFlag = 32;
    private const int KindMask = 7;
    private const int ChangedHeader = 1 + 1 + 4 + MerkleHash.Length + 1;
    private const int ChangeSize = 5;

    private readonly NodeArena _arena;
    private readonly ReadOnlySpan<byte> _bytes;

    public NodeRecord(NodeArena arena, uint offset)
    {
        _arena = arena;
        _bytes = arena.At(offset);
    }

    public NodeKind Kind => (NodeKind)(_bytes[0] & KindMask);

    /// <summary>The whole key of a leaf.</summary>
    public ReadOnlySpan<byte> Key => Sized(_bytes[1..], out _);

    /// <summary>The packed path of an extension.</summary>
    public ReadOnlySpan<byte> Path => Sized(_bytes[1..], out _);

    /// <summary>The value of a leaf, or of a branch that has one.</summary>
    public ReadOnlySpan<byte> Value
    {
        get
        {
            if (Kind == NodeKind.Leaf)
            {
                _ = Sized(_bytes[1..], out var rest);
                return Sized(rest, out _);
            }

            var whole = WholeForm();
            return (whole[0] & HasValueFlag) == 0 ? default : Sized(whole[AfterHash(whole)..], out _);
        }
    }

    public bool HasHash => (_bytes[0] & HasHashFlag) != 0;

    /// <summary>The hash of a branch that is not embedded.</summary>
    public ReadOnlySpan<byte> Hash => IsChanged(_bytes)
        ? _bytes.Slice(6, MerkleHash.Length)
        : _bytes.Slice(AfterHash(_bytes) - MerkleHash.Length, MerkleHash.Length);

    /// <summary>How many changed forms lie between this record of a branch and its whole form.</summary>
    public int Changes => IsChanged(_bytes) ? _bytes[1] : 0;

    public ReadOnlySpan<byte> RootHash => _bytes.Slice(1, MerkleHash.Length);

    public uint RootNode => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(1 + MerkleHash.Length)..]);

    /// <summary>The only child of an extension.</summary>
    public uint Child()
    {
        _ = Sized(_bytes[1..], out var rest);
        return BinaryPrimitives.ReadUInt32LittleEndian(rest);
    }

    /// <summary>One child of a branch; 0 when there is none.</summary>
    public uint Child(int nibble)
    {
        var bytes = _bytes;
        for (; IsChanged(bytes); bytes = _arena.At(BaseOf(bytes)))
        {
            for (var at = ChangedHeader; at < EndOfChanges(bytes); at += ChangeSize)
            {
                if (bytes[at] == nibble)
                    return BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 1)..]);
            }
        }

        var bitmap = BitmapOf(bytes);
        if ((bitmap >> nibble & 1) == 0)
            return 0;

        var before = BitOperations.PopCount((uint)(bitmap & ((1 << nibble) - 1)));
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[(3 + (4 * before))..]);
    }

    /// <summary>All children of a branch; 0 where there is none.</summary>
    public void CopyChildren(Span<uint> children)
    {
        var done = 0;
        var bytes = _bytes;
        for (; IsChanged(bytes); bytes = _arena.At(BaseOf(bytes)))
        {
            for (var at = ChangedHeader; at < EndOfChanges(bytes); at += ChangeSize)
            {
                if ((done >> bytes[at] & 1) == 0)
                    children[bytes[at]] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 1)..]);
                done |= 1 << bytes[at];
            }
        }

        var bitmap = BitmapOf(bytes);
        for (var (i, at) = (0, 3); i < BranchWidth; i++)
        {
            var exists = (bitmap >> i & 1) != 0;
            if ((done >> i & 1) == 0)
                children[i] = exists ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : 0;
            at += exists ? 4 : 0;
        }
    }

    public static void WriteLeaf(ref ByteWriter writer, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        writer.WriteByte((byte)NodeKind.Leaf);
        WriteLength(ref writer, key.Length);
        writer.Write(key);
        WriteLength(ref writer, value.Length);
        writer.Write(value);
    }

    public static void WriteExtension(ref ByteWriter writer, ReadOnlySpan<byte> nibbles, uint child)
    {
        writer.WriteByte((byte)NodeKind.Extension);
        var length = Nibbles.PackedLength(nibbles.Length);
        WriteLength(ref writer, length);
        Nibbles.Pack(nibbles, writer.Reserve(length));
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

    /// <summary>
    /// Writes what differs from an earlier record of the same branch, whose value must be the same; false, and nothing written, when the
    /// whole form is as short or the earlier record has been changed too often.
    /// </summary>
    public static bool TryWriteChanges(
        ref ByteWriter writer, NodeArena arena, uint earlier, scoped ReadOnlySpan<uint> children, scoped ReadOnlySpan<byte> hash)
    {
        var before = new NodeRecord(arena, earlier);
        Span<uint> known = stackalloc uint[BranchWidth];
        before.CopyChildren(known);
        var (changed, existing) = (0, 0);
        for (var i = 0; i < BranchWidth; i++)
        {
            changed += known[i] != children[i] ? 1 : 0;
            existing += children[i] != 0 ? 1 : 0;
        }

        if (before.Changes == MaxChanges || ChangedHeader + (ChangeSize * changed) >= 3 + (4 * existing) + MerkleHash.Length)
            return false;

        writer.WriteByte((byte)NodeKind.Branch | HasHashFlag | ChangedFlag);
        writer.WriteByte((byte)(before.Changes + 1));
        BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), earlier);
        writer.Write(hash);
        writer.WriteByte((byte)changed);
        for (var i = 0; i < BranchWidth; i++)
        {
            if (known[i] == children[i])
                continue;
            writer.WriteByte((byte)i);
            BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), children[i]);
        }

        return true;
    }

    public static void WriteRoot(ref ByteWriter writer, MerkleHash hash, uint node)
    {
        writer.WriteByte((byte)NodeKind.Root);
        hash.CopyTo(writer.Reserve(MerkleHash.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(writer.Reserve(4), node);
    }

    private ReadOnlySpan<byte> WholeForm()
    {
        var bytes = _bytes;
        while (IsChanged(bytes))
            bytes = _arena.At(BaseOf(bytes));
        return bytes;
    }

    private static bool IsChanged(ReadOnlySpan<byte> bytes) => (bytes[0] & ChangedFlag) != 0;

    private static uint BaseOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[2..]);

    private static int EndOfChanges(ReadOnlySpan<byte> bytes) => ChangedHeader + (ChangeSize * bytes[ChangedHeader - 1]);

    private static int BitmapOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[1..]);

    private static int AfterHash(ReadOnlySpan<byte> bytes) =>
        3 + (4 * BitOperations.PopCount((uint)BitmapOf(bytes))) + ((bytes[0] & HasHashFlag) != 0 ? MerkleHash.Length : 0);

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

namespace GovID.Ledger.Internal.Trie;

/// <summary>Key halves, high one first, and their hex-prefix packing (specification 9.1).</summary>
internal static class Nibbles
{
    public static byte[] Of(ReadOnlySpan<byte> key)
    {
        var nibbles = new byte[key.Length * 2];
        Unpack(key, nibbles);
        return nibbles;
    }

    public static void Unpack(ReadOnlySpan<byte> key, Span<byte> nibbles)
    {
        for (var i = 0; i < key.Length; i++)
        {
            nibbles[2 * i] = (byte)(key[i] >> 4);
            nibbles[(2 * i) + 1] = (byte)(key[i] & 15);
        }
    }

    public static byte At(ReadOnlySpan<byte> key, int index) => (byte)((index & 1) == 0 ? key[index >> 1] >> 4 : key[index >> 1] & 15);

    /// <summary>How many halves two keys have in common from their start.</summary>
    public static int CommonPrefix(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        var common = x.CommonPrefixLength(y);
        return (2 * common) + (common < x.Length && common < y.Length && x[common] >> 4 == y[common] >> 4 ? 1 : 0);
    }

    /// <summary>Packs what a leaf at some depth still has of its key.</summary>
    public static void PackTail(ReadOnlySpan<byte> key, int depth, Span<byte> packed)
    {
        var isOdd = depth & 1;
        packed[0] = (byte)(isOdd == 1 ? 0x30 | At(key, depth) : 0x20);
        key[((depth + 1) / 2)..].CopyTo(packed[1..]);
    }

    public static int PackedLength(int nibbles) => (nibbles / 2) + 1;

    /// <summary>Packs the path of an extension with the flag of the hex-prefix form: 1 for an odd number. Leaves have 2 more.</summary>
    public static void Pack(ReadOnlySpan<byte> nibbles, Span<byte> packed)
    {
        var isOdd = nibbles.Length & 1;
        packed[0] = (byte)((isOdd << 4) | (isOdd == 1 ? nibbles[0] : 0));
        for (var (i, at) = (isOdd, 1); i < nibbles.Length; i += 2, at++)
            packed[at] = (byte)((nibbles[i] << 4) | nibbles[i + 1]);
    }

    public static int CountPacked(ReadOnlySpan<byte> packed) => (2 * packed.Length) - 2 + (packed[0] >> 4 & 1);

    public static byte PackedAt(ReadOnlySpan<byte> packed, int index)
    {
        var place = index + 2 - (packed[0] >> 4 & 1);
        var pair = packed[place >> 1];
        return (byte)((place & 1) == 0 ? pair >> 4 : pair & 15);
    }

    public static byte[] FromPacked(ReadOnlySpan<byte> packed)
    {
        var nibbles = new byte[CountPacked(packed)];
        for (var i = 0; i < nibbles.Length; i++)
            nibbles[i] = PackedAt(packed, i);
        return nibbles;
    }

    /// <summary>Says whether a key continues with a packed path.</summary>
    public static bool StartsWithPacked(ReadOnlySpan<byte> nibbles, ReadOnlySpan<byte> packed)
    {
        var count = CountPacked(packed);
        if (count > nibbles.Length)
            return false;

        for (var i = 0; i < count; i++)
        {
            if (nibbles[i] != PackedAt(packed, i))
                return false;
        }

        return true;
    }

    /// <summary>Says whether hex-prefix bytes are in their only form: a known flag and a zero padding nibble.</summary>
    public static bool IsWellPacked(ReadOnlySpan<byte> packed) =>
        !packed.IsEmpty && packed[0] < 0x40 && ((packed[0] & 0x10) != 0 || (packed[0] & 15) == 0);
}

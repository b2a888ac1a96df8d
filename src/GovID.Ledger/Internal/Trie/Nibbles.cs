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

    public static int PackedLength(int nibbles) => (nibbles / 2) + 1;

    /// <summary>Packs with the flags of the hex-prefix form: 1 for an odd number, 2 for a leaf.</summary>
    public static void Pack(ReadOnlySpan<byte> nibbles, bool isLeaf, Span<byte> packed)
    {
        var isOdd = nibbles.Length & 1;
        packed[0] = (byte)((((isLeaf ? 2 : 0) | isOdd) << 4) | (isOdd == 1 ? nibbles[0] : 0));
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

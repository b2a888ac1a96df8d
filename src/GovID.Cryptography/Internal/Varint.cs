namespace GovID.Cryptography.Internal;

/// <summary>Unsigned varint of multiformats: seven bits a byte, least significant first, at most nine bytes, shortest form only.</summary>
internal static class Varint
{
    public const int MaximumLength = 9;

    public static int Write(ulong value, Span<byte> destination)
    {
        var length = 0;
        while (value >= 0x80)
        {
            destination[length++] = (byte)(0x80 | (value & 0x7f));
            value >>= 7;
        }

        destination[length++] = (byte)value;
        return length;
    }

    public static bool TryRead(ReadOnlySpan<byte> source, out ulong value, out int length)
    {
        value = 0;
        length = 0;
        for (var i = 0; i < source.Length && i < MaximumLength; i++)
        {
            value |= (ulong)(source[i] & 0x7f) << (7 * i);
            if (source[i] >= 0x80) continue;
            if (i > 0 && source[i] == 0) return false;      // a longer spelling of a shorter number
            length = i + 1;
            return true;
        }

        return false;
    }
}

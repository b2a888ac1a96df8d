namespace GovID.Ledger.Internal;

/// <summary>One item of an RLP encoding, addressed inside its bytes.</summary>
/// <param name="IsList">Whether the item is a list.</param>
/// <param name="HeaderLength">Bytes before the payload; 0 for a single byte that stands for itself.</param>
/// <param name="PayloadLength">Bytes of the payload.</param>
internal readonly record struct RlpItem(bool IsList, int HeaderLength, int PayloadLength)
{
    public int TotalLength => HeaderLength + PayloadLength;

    public ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> item) => item.Slice(HeaderLength, PayloadLength);
}

/// <summary>RLP on spans (specification 9.1): headers, canonical reading without copies.</summary>
internal static class RlpCodec
{
    private const int ShortLimit = 55;

    /// <summary>Reads the header at the start of <paramref name="bytes"/>; false when it is malformed or not the shortest form.</summary>
    public static bool TryReadItem(ReadOnlySpan<byte> bytes, out RlpItem item)
    {
        item = default;
        if (bytes.IsEmpty)
            return false;

        var first = bytes[0];
        if (first < 0x80)
        {
            item = new RlpItem(false, 0, 1);
            return true;
        }

        var isList = first >= 0xc0;
        var code = first - (isList ? 0xc0 : 0x80);
        var header = 1;
        var length = code;
        if (code > ShortLimit && !TryReadLongLength(bytes, code - ShortLimit, out header, out length))
            return false;
        if (length > bytes.Length - header)
            return false;
        if (!isList && length == 1 && bytes[1] < 0x80)
            return false;

        item = new RlpItem(isList, header, length);
        return true;
    }

    public static int StringLength(ReadOnlySpan<byte> value) =>
        value.Length == 1 && value[0] < 0x80 ? 1 : HeaderLength(value.Length) + value.Length;

    public static int HeaderLength(int payload) => payload <= ShortLimit ? 1 : 1 + LengthBytes(payload);

    public static void WriteString(ref ByteWriter writer, scoped ReadOnlySpan<byte> value)
    {
        if (value.Length != 1 || value[0] >= 0x80)
            WriteHeader(ref writer, 0x80, value.Length);
        writer.Write(value);
    }

    /// <summary>Writes the header of a string of two bytes or more.</summary>
    public static void WriteStringHeader(ref ByteWriter writer, int length) => WriteHeader(ref writer, 0x80, length);

    public static void WriteListHeader(ref ByteWriter writer, int payload) => WriteHeader(ref writer, 0xc0, payload);

    private static void WriteHeader(ref ByteWriter writer, int family, int length)
    {
        if (length <= ShortLimit)
        {
            writer.WriteByte((byte)(family + length));
            return;
        }

        var count = LengthBytes(length);
        writer.WriteByte((byte)(family + ShortLimit + count));
        for (var shift = 8 * (count - 1); shift >= 0; shift -= 8)
            writer.WriteByte((byte)((length >> shift) & 0xff));
    }

    private static int LengthBytes(int length) => length switch { < 0x100 => 1, < 0x10000 => 2, < 0x1000000 => 3, _ => 4 };

    private static bool TryReadLongLength(ReadOnlySpan<byte> bytes, int count, out int header, out int length)
    {
        header = 1 + count;
        length = 0;
        if (count > 4 || bytes.Length < header || bytes[1] == 0)
            return false;

        var value = 0L;
        for (var i = 1; i <= count; i++)
            value = (value << 8) | bytes[i];
        if (value <= ShortLimit || value > int.MaxValue)
            return false;

        length = (int)value;
        return true;
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal;

/// <summary>Writes state JSON, "SJ" (specification 1.1).</summary>
internal static class StateJsonWriter
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    public static void Write(ref ByteWriter writer, LedgerValue value, bool bytesAsHex = false)
    {
        switch (value)
        {
            case LedgerText text:
                WriteText(ref writer, text.Value);
                break;
            case LedgerInteger integer:
                WriteInteger(ref writer, integer);
                break;
            case LedgerMap map:
                WriteMap(ref writer, map, bytesAsHex);
                break;
            case LedgerList list:
                WriteList(ref writer, list, bytesAsHex);
                break;
            case LedgerBoolean boolean:
                writer.Write(boolean.Value ? "true"u8 : "false"u8);
                break;
            case LedgerFloat number:
                writer.WriteUtf8(number.Text);
                break;
            case LedgerBytes bytes when bytesAsHex:
                WriteText(ref writer, Convert.ToHexStringLower(bytes.Span));
                break;
            case LedgerBytes:
                throw new LedgerException(LedgerErrorCode.NotRepresentable, "JSON cannot carry raw bytes; encode them as text first.");
            default:
                writer.Write("null"u8);
                break;
        }
    }

    public static void WriteText(ref ByteWriter writer, ReadOnlySpan<char> text)
    {
        writer.WriteByte((byte)'"');
        while (true)
        {
            var at = text.IndexOfAny(Escaped);
            if (at < 0)
                break;
            writer.WriteUtf8(text[..at]);
            WriteEscape(ref writer, text[at]);
            text = text[(at + 1)..];
        }

        writer.WriteUtf8(text);
        writer.WriteByte((byte)'"');
    }

    private static void WriteMap(ref ByteWriter writer, LedgerMap map, bool bytesAsHex)
    {
        writer.WriteByte((byte)'{');
        var members = map.AsSpan();
        var first = true;
        foreach (var position in map.WritingOrder())
        {
            if (!first)
                writer.WriteByte((byte)',');
            first = false;
            WriteText(ref writer, members[position].Key);
            writer.WriteByte((byte)':');
            Write(ref writer, members[position].Value, bytesAsHex);
        }

        writer.WriteByte((byte)'}');
    }

    private static void WriteList(ref ByteWriter writer, LedgerList list, bool bytesAsHex)
    {
        writer.WriteByte((byte)'[');
        var items = list.AsSpan();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                writer.WriteByte((byte)',');
            Write(ref writer, items[i], bytesAsHex);
        }

        writer.WriteByte((byte)']');
    }

    private static void WriteInteger(ref ByteWriter writer, LedgerInteger integer)
    {
        if (!integer.TryGetInt64(out var small))
        {
            writer.WriteUtf8(integer.Value.ToString(CultureInfo.InvariantCulture));
            return;
        }

        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(small, digits, out var length);
        writer.Write(digits[..length]);
    }

    private static void WriteEscape(ref ByteWriter writer, char escaped)
    {
        ReadOnlySpan<byte> form = escaped switch
        {
            '"' => "\\\""u8,
            '\\' => @"\\"u8,
            '\n' => @"\n"u8,
            '\r' => @"\r"u8,
            '\t' => @"\t"u8,
            '\b' => @"\b"u8,
            '\f' => @"\f"u8,
            _ => default,
        };
        if (!form.IsEmpty)
        {
            writer.Write(form);
            return;
        }

        writer.Write(@"\u00"u8);
        writer.WriteByte((byte)(escaped < 0x10 ? '0' : '1'));
        writer.WriteByte("0123456789abcdef"u8[escaped & 15]);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GovID.Dids.Internal;

/// <summary>
/// Writes JSON without white space, members in their order, texts escaped as ECMAScript's JSON.stringify does
/// (ECMA-262, 25.5.2.3), numbers as they were written: the text that did:peer hashes and encodes.
/// </summary>
internal static class CompactJson
{
    public static byte[] ToBytes(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(element, output);
        return output.WrittenSpan.ToArray();
    }

    public static void Write(JsonElement element, IBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                WriteArray(element, output);
                break;
            case JsonValueKind.String:
                WriteText(element.GetString()!, output);
                break;
            default:
                output.Write(Encoding.UTF8.GetBytes(element.GetRawText()));
                break;
        }
    }

    private static void WriteObject(JsonElement element, IBufferWriter<byte> output)
    {
        var separator = "{"u8;
        foreach (var member in element.EnumerateObject())
        {
            output.Write(separator);
            WriteText(member.Name, output);
            output.Write(":"u8);
            Write(member.Value, output);
            separator = ","u8;
        }

        output.Write(separator[0] == (byte)'{' ? "{}"u8 : "}"u8);
    }

    private static void WriteArray(JsonElement element, IBufferWriter<byte> output)
    {
        var separator = "["u8;
        foreach (var item in element.EnumerateArray())
        {
            output.Write(separator);
            Write(item, output);
            separator = ","u8;
        }

        output.Write(separator[0] == (byte)'[' ? "[]"u8 : "]"u8);
    }

    private static void WriteText(string text, IBufferWriter<byte> output)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append("\\u00").Append(Convert.ToHexStringLower([(byte)letter])),
                _ => escaped.Append(letter),
            };
        }

        output.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}

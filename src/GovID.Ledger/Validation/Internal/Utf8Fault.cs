using System.Buffers;
using System.Globalization;
using System.Text;

namespace GovID.Ledger.Validation.Internal;

/// <summary>Describes the first byte of a text that is no UTF-8.</summary>
internal static class Utf8Fault
{
    /// <summary>The description, or null for good UTF-8.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            var status = Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed);
            if (status != OperationStatus.Done)
                return Describe(bytes, position, consumed, status);
            position += consumed;
        }

        return null;
    }

    private static string Describe(ReadOnlySpan<byte> bytes, int position, int length, OperationStatus status)
    {
        var what = status == OperationStatus.NeedMoreData ? "unexpected end of data"
            : IsStart(bytes[position]) ? "invalid continuation byte" : "invalid start byte";
        return length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"'utf-8' codec can't decode byte 0x{bytes[position]:x2} in position {position}: {what}")
            : string.Create(CultureInfo.InvariantCulture, $"'utf-8' codec can't decode bytes in position {position}-{position + length - 1}: {what}");
    }

    private static bool IsStart(byte value) => value is >= 0xC2 and <= 0xF4;
}

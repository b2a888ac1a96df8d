using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>Reads transactions separated by any whitespace and knows the line on which each begins (specification 2.1).</summary>
internal static class GenesisStream
{
    /// <summary>The largest file that is read: 16 MiB.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private const int MaximumTransactions = 100_000;
    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    public static List<GenesisLine> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"A genesis file has at most {MaximumBytes} bytes.");

        var lines = new List<GenesisLine>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = JsonLimits.Document.MaxDepth });
        var (begin, line) = (0, 1);
        try
        {
            while (reader.Read())
            {
                line += utf8[begin..(int)reader.TokenStartIndex].Count(LineFeed);
                begin = (int)reader.TokenStartIndex;
                if (lines.Count == MaximumTransactions)
                    throw new LedgerException(LedgerErrorCode.TooLarge, $"A genesis file has at most {MaximumTransactions} transactions.", line: line);
                lines.Add(ReadOne(ref reader, utf8, line));
            }
        }
        catch (JsonException e)
        {
            throw new LedgerException(LedgerErrorCode.Malformed, "The text is not JSON, or a transaction is cut off.", line: LineOfError(reader, utf8, begin), inner: e);
        }

        return lines.Count > 0 ? lines : throw new LedgerException(LedgerErrorCode.Malformed, "The genesis file holds no transaction.", line: 1);
    }

    /// <summary>Adds the line to a refusal that does not name one yet.</summary>
    public static LedgerException At(LedgerException refusal, int line) =>
        new(refusal.Code, refusal.Message, refusal.Field, refusal.Line ?? line, refusal);

    private static GenesisLine ReadOne(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int line)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new LedgerException(LedgerErrorCode.WrongType, "A transaction must be a JSON object.", line: line);

        reader.Skip();
        try
        {
            return new GenesisLine(LedgerMap.Parse(utf8[start..(int)reader.BytesConsumed], JsonLimits.ClientMessage), line);
        }
        catch (LedgerException e)
        {
            throw At(e, line);
        }
    }

    /// <summary>
    /// The line to name. Between transactions it is the line of the fault. Inside one it is the line of what was last understood; but
    /// when a whole transaction stands on a line of its own before that, an earlier one was cut off and swallowed it.
    /// </summary>
    private static int LineOfError(in Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int begin)
    {
        var understood = utf8[..(int)reader.BytesConsumed];
        if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return LineAt(utf8, utf8.Length - utf8[understood.Length..].TrimStart(WhiteSpace).Length);

        var last = LineAt(utf8, understood.TrimEnd(WhiteSpace).Length);
        var from = begin;
        for (var line = LineAt(utf8, begin); line < last; line++)
        {
            var end = from + utf8[from..].IndexOf(LineFeed);
            if (IsWhole(utf8[(end + 1)..]))
                return LineAt(utf8, utf8[..end].TrimEnd(WhiteSpace).Length);
            from = end + 1;
        }

        return last;
    }

    /// <summary>Whether the text up to its first line feed is one JSON object with the member <c>txn</c>.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf(LineFeed);
        var line = end < 0 ? text : text[..end];
        return LedgerValue.TryParse(line, out var value, JsonLimits.ClientMessage) && value is LedgerMap map && map.Contains("txn");
    }

    private static int LineAt(ReadOnlySpan<byte> utf8, int offset) => 1 + utf8[..offset].Count(LineFeed);
}

/// <summary>One transaction and the line on which it begins.</summary>
internal readonly record struct GenesisLine(LedgerMap Transaction, int Line);

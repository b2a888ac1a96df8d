using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>Reads transactions separated by any whitespace and knows the line on which each begins (specification 2.1).</summary>
internal static class GenesisStream
{
    /// <summary>The largest file that is read: 16 MiB.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    public static List<GenesisLine> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"A genesis file has at most {MaximumBytes} bytes.");

        var lines = new List<GenesisLine>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = JsonLimits.Document.MaxDepth });
        try
        {
            while (reader.Read())
                lines.Add(ReadOne(ref reader, utf8));
        }
        catch (JsonException e)
        {
            throw new LedgerException(LedgerErrorCode.Malformed, "The text is not JSON, or a transaction is cut off.", line: LineOfError(reader, utf8), inner: e);
        }

        return lines.Count > 0 ? lines : throw new LedgerException(LedgerErrorCode.Malformed, "The genesis file holds no transaction.", line: 1);
    }

    /// <summary>Adds the line to a refusal that does not name one yet.</summary>
    public static LedgerException At(LedgerException refusal, int line) =>
        new(refusal.Code, refusal.Message, refusal.Field, refusal.Line ?? line, refusal);

    private static GenesisLine ReadOne(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var start = (int)reader.TokenStartIndex;
        var line = LineAt(utf8, start);
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

    /// <summary>Inside a transaction the line of what was last understood, so that a cut line is named and not the one that follows.</summary>
    private static int LineOfError(in Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var understood = utf8[..(int)reader.BytesConsumed];
        var inside = reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var at = inside
            ? understood.TrimEnd(WhiteSpace).Length
            : utf8.Length - utf8[understood.Length..].TrimStart(WhiteSpace).Length;
        return LineAt(utf8, at);
    }

    private static int LineAt(ReadOnlySpan<byte> utf8, int offset) => 1 + utf8[..offset].Count(LineFeed);
}

/// <summary>One transaction and the line on which it begins.</summary>
internal readonly record struct GenesisLine(LedgerMap Transaction, int Line);

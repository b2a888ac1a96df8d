using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal;

/// <summary>Builds values from strict JSON and remembers the path, so that a refusal names the member.</summary>
internal ref struct JsonValueReader
{
    private const int MaxPathLength = 256;

    private readonly JsonLimits _limits;
    private readonly List<Step> _path;
    private Utf8JsonReader _reader;

    private JsonValueReader(ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        _limits = limits;
        _path = [];

        // One level more than allowed, so that this class, which knows the path, reports the excess.
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
    }

    public static LedgerValue Read(ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        if (utf8.Length > limits.MaxBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"The input has {utf8.Length} bytes; at most {limits.MaxBytes} are accepted.");

        var reader = new JsonValueReader(utf8, limits);
        try
        {
            reader.Advance();
            var value = reader.ReadValue();
            if (reader._reader.Read())
                throw reader.Refuse(LedgerErrorCode.Malformed, "Text follows the JSON value.");
            return value;
        }
        catch (JsonException e)
        {
            throw reader.Refuse(LedgerErrorCode.Malformed, Describe(e), e);
        }
    }

    private void Advance()
    {
        if (!_reader.Read())
            throw Refuse(LedgerErrorCode.Malformed, "The JSON text ends too early.");
    }

    private LedgerValue ReadValue() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadMap(),
        JsonTokenType.StartArray => ReadList(),
        JsonTokenType.String => new LedgerText(ReadText()),
        JsonTokenType.Number => ReadNumber(),
        JsonTokenType.True => LedgerBoolean.True,
        JsonTokenType.False => LedgerBoolean.False,
        _ => LedgerNull.Instance,
    };

    private LedgerMap ReadMap()
    {
        CheckDepth();
        var members = ArrayPool<KeyValuePair<string, LedgerValue>>.Shared.Rent(8);
        var count = 0;
        try
        {
            for (Advance(); _reader.TokenType != JsonTokenType.EndObject; Advance())
            {
                var name = ReadText();
                _path.Add(new Step(name, 0));
                Advance();
                if (count == members.Length)
                    members = Enlarge(members);
                members[count++] = new(name, ReadValue());
                _path.RemoveAt(_path.Count - 1);
            }

            return LedgerMap.Own(members.AsSpan(0, count).ToArray(), out var duplicate) ?? throw RefuseDuplicate(duplicate!);
        }
        finally
        {
            ArrayPool<KeyValuePair<string, LedgerValue>>.Shared.Return(members, clearArray: true);
        }
    }

    private LedgerList ReadList()
    {
        CheckDepth();
        var items = ArrayPool<LedgerValue>.Shared.Rent(8);
        var count = 0;
        try
        {
            _path.Add(new Step(null, 0));
            for (Advance(); _reader.TokenType != JsonTokenType.EndArray; Advance())
            {
                _path[^1] = new Step(null, count);
                if (count == items.Length)
                    items = Enlarge(items);
                items[count++] = ReadValue();
            }

            _path.RemoveAt(_path.Count - 1);
            return LedgerList.Own(items.AsSpan(0, count).ToArray());
        }
        finally
        {
            ArrayPool<LedgerValue>.Shared.Return(items, clearArray: true);
        }
    }

    private string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Refuse(LedgerErrorCode.Malformed, "A text is not UTF-8 or holds half of a surrogate pair.", e);
        }
    }

    private LedgerValue ReadNumber()
    {
        var digits = _reader.ValueSpan;
        if (digits.Length > _limits.MaxNumberLength)
            throw Refuse(LedgerErrorCode.TooLarge, $"A number has more than {_limits.MaxNumberLength} characters.");
        if (Utf8Parser.TryParse(digits, out long small, out var used) && used == digits.Length)
            return new LedgerInteger(small);

        var text = Encoding.ASCII.GetString(digits);
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return new LedgerInteger(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new LedgerFloat(value, text)
            : throw Refuse(LedgerErrorCode.OutOfRange, "A number is too large for a double.");
    }

    private readonly void CheckDepth()
    {
        if (_reader.CurrentDepth >= _limits.MaxDepth)
            throw Refuse(LedgerErrorCode.TooDeep, $"The JSON nests deeper than {_limits.MaxDepth} levels.");
    }

    private static string Describe(JsonException e) =>
        $"The text is no JSON at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.";

    private static T[] Enlarge<T>(T[] full)
    {
        var larger = ArrayPool<T>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private readonly LedgerException RefuseDuplicate(string name)
    {
        _path.Add(new Step(name, 0));
        return Refuse(LedgerErrorCode.DuplicateMember, "An object carries this member twice.");
    }

    private readonly LedgerException Refuse(LedgerErrorCode code, string message, Exception? inner = null)
    {
        var path = new StringBuilder();
        foreach (var step in _path)
        {
            if (path.Length > MaxPathLength)
                break;
            if (step.Name is null)
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else
                path.Append(path.Length == 0 ? string.Empty : ".").Append(step.Name.AsSpan(0, Math.Min(step.Name.Length, MaxPathLength)));
        }

        var field = path.Length == 0 ? null : path.ToString();
        return new LedgerException(code, field is null ? message : $"{field}: {message}", field, inner: inner);
    }

    private readonly record struct Step(string? Name, int Index);
}

using System.Numerics;

namespace GovID.Ledger.Values;

/// <summary>The JSON null.</summary>
public sealed class LedgerNull : LedgerValue
{
    private LedgerNull()
    {
    }

    /// <summary>Gets the only instance.</summary>
    public static LedgerNull Instance { get; } = new();

    private protected override bool EqualsSameKind(LedgerValue other) => true;

    private protected override int ContentHash() => 1;
}

/// <summary>A truth value.</summary>
public sealed class LedgerBoolean : LedgerValue
{
    private LedgerBoolean(bool value) => Value = value;

    /// <summary>Gets true.</summary>
    public static LedgerBoolean True { get; } = new(true);

    /// <summary>Gets false.</summary>
    public static LedgerBoolean False { get; } = new(false);

    /// <summary>Gets a value indicating whether this is true.</summary>
    public bool Value { get; }

    private protected override bool EqualsSameKind(LedgerValue other) => Value == ((LedgerBoolean)other).Value;

    private protected override int ContentHash() => Value ? 3 : 2;
}

/// <summary>An integer, exact at any size; request identifiers have 19 digits and must not pass through a double.</summary>
public sealed class LedgerInteger : LedgerValue
{
    private readonly long _small;
    private readonly BigInteger? _large;

    /// <summary>Makes an integer.</summary>
    /// <param name="value">The number.</param>
    public LedgerInteger(long value) => _small = value;

    /// <summary>Makes an integer of any size.</summary>
    /// <param name="value">The number.</param>
    public LedgerInteger(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
            _small = (long)value;
        else
            _large = value;
    }

    /// <summary>Gets the number.</summary>
    public BigInteger Value => _large ?? _small;

    /// <summary>Gets the number when it fits 64 bits with sign.</summary>
    /// <param name="value">The number, or 0.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryGetInt64(out long value)
    {
        value = _small;
        return _large is null;
    }

    /// <summary>Gets the number when it fits 64 bits without sign.</summary>
    /// <param name="value">The number, or 0.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryGetUInt64(out ulong value)
    {
        value = 0;
        if (_large is null ? _small < 0 : _large.Value.Sign < 0 || _large.Value > ulong.MaxValue)
            return false;

        value = _large is null ? (ulong)_small : (ulong)_large.Value;
        return true;
    }

    private protected override bool EqualsSameKind(LedgerValue other)
    {
        var integer = (LedgerInteger)other;
        return _small == integer._small && _large == integer._large;
    }

    private protected override int ContentHash() => _large?.GetHashCode() ?? _small.GetHashCode();
}

/// <summary>A number with a fraction or exponent. Valid transactions have none; the source text is kept so that nothing is lost.</summary>
public sealed class LedgerFloat : LedgerValue
{
    /// <summary>Makes a float whose text is the shortest one that reads back to it.</summary>
    /// <param name="value">A finite number.</param>
    public LedgerFloat(double value)
        : this(value, FormatShortest(value))
    {
    }

    internal LedgerFloat(double value, string text)
    {
        Value = value;
        Text = text;
    }

    /// <summary>Gets the number as a double.</summary>
    public double Value { get; }

    /// <summary>Gets the text it was read from.</summary>
    public string Text { get; }

    private protected override bool EqualsSameKind(LedgerValue other)
    {
        var that = (LedgerFloat)other;
        return Value.Equals(that.Value) && string.Equals(Text, that.Text, StringComparison.Ordinal);
    }

    private protected override int ContentHash() => Value.GetHashCode();

    private static string FormatShortest(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");

        var text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}

/// <summary>A text without lone surrogates.</summary>
public sealed class LedgerText : LedgerValue
{
    /// <summary>Makes a text.</summary>
    /// <param name="value">Text without lone surrogates.</param>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone.</exception>
    public LedgerText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (HasLoneSurrogate(value))
            throw new ArgumentException("Half of a surrogate pair stands alone; such a text has no UTF-8 form.", nameof(value));
        Value = value;
    }

    /// <summary>Gets the text.</summary>
    public string Value { get; }

    internal static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
                return false;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            text = text[(at + 2)..];
        }
    }

    private protected override bool EqualsSameKind(LedgerValue other) =>
        string.Equals(Value, ((LedgerText)other).Value, StringComparison.Ordinal);

    private protected override int ContentHash() => string.GetHashCode(Value, StringComparison.Ordinal);
}

/// <summary>Raw bytes: MessagePack's bin family and RLP's strings. JSON cannot carry them.</summary>
public sealed class LedgerBytes : LedgerValue
{
    private readonly byte[] _bytes;

    /// <summary>Makes a value from a copy of the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public LedgerBytes(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>Gets the bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>Gets the bytes as memory.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    private protected override bool EqualsSameKind(LedgerValue other) => Span.SequenceEqual(((LedgerBytes)other).Span);

    private protected override int ContentHash()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}

using System.Globalization;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>
/// How clients write a float in a signed text and in the request itself: shortest digits, decimal between 1e-5 and 1e16, otherwise an
/// exponent without plus sign or leading zero (specification 6.2, 6.5; recorded requests).
/// </summary>
internal static class FloatText
{
    private const int LongestDecimal = 16;
    private const int SmallestDecimal = -5;

    public static string Of(double value)
    {
        if (value == 0)
            return double.IsNegative(value) ? "-0.0" : "0.0";

        var (digits, point) = Split(Math.Abs(value));
        var sign = value < 0 ? "-" : string.Empty;
        if (digits.Length <= point && point <= LongestDecimal)
            return $"{sign}{digits.PadRight(point, '0')}.0";
        if (point is > 0 and <= LongestDecimal)
            return $"{sign}{digits[..point]}.{digits[point..]}";
        if (point is > SmallestDecimal and <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";

        var exponent = (point - 1).ToString(CultureInfo.InvariantCulture);
        return digits.Length == 1 ? $"{sign}{digits}e{exponent}" : $"{sign}{digits[..1]}.{digits[1..]}e{exponent}";
    }

    /// <summary>The same value with every float in this form.</summary>
    public static LedgerValue Normalise(LedgerValue value) => value switch
    {
        LedgerFloat number => new LedgerFloat(number.Value, Of(number.Value)),
        LedgerList list => new LedgerList(list.Select(Normalise)),
        LedgerMap map => LedgerMap.From(map.Select(member => KeyValuePair.Create(member.Key, Normalise(member.Value)))),
        _ => value,
    };

    /// <summary>The shortest digits that read back to the value, and where the decimal point stands among them.</summary>
    private static (string Digits, int Point) Split(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), point - (digits.Length - significant.Length));
    }
}

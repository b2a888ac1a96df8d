using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Internal;

/// <summary>
/// Integers of RSA size as decimal texts: an optional minus, no leading zeros, at most 1000 digits (specification 1.1, 7.5). One value has one
/// text, so that a changed text is a changed value.
/// </summary>
internal sealed class DecimalConverter : JsonConverter<BigInteger>
{
    public const int MaximumDigits = 1000;

    public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"an integer is a text of at most {MaximumDigits} decimal digits without leading zeros");

    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    public static bool TryParse(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        var digits = text.StartsWith('-') ? text[1..] : text;
        var canonical = digits.Length is > 0 and <= MaximumDigits
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] != '0' || text.Length == 1);
        return canonical && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>A secret integer as decimal text. Only private objects have it; their text is as secret as they are.</summary>
internal sealed class SecretDecimalConverter : JsonConverter<SecretNumber>
{
    public override SecretNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DecimalConverter.TryParse(reader.GetString()!, out var value) && value.Sign >= 0
            ? SecretNumber.From(value)
            : throw new JsonException("a secret is a text of decimal digits without leading zeros");

    public override void Write(Utf8JsonWriter writer, SecretNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal().ToString(CultureInfo.InvariantCulture));
}

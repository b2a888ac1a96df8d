using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal;

/// <summary>A point of G1 in its text form (specification 10.3); infinity is refused.</summary>
internal sealed class G1Converter : JsonConverter<G1Point>
{
    public override G1Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && G1Point.TryParseText(reader.GetString(), out var point)
            ? point
            : throw new JsonException("this is no point of the first group");

    public override void Write(Utf8JsonWriter writer, G1Point value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
}

/// <summary>A point of G2 in its text form (specification 10.3), checked to lie in the subgroup; infinity is refused.</summary>
internal class G2Converter : JsonConverter<G2Point>
{
    private readonly bool _allowIdentity;

    public G2Converter()
    {
    }

    protected G2Converter(bool allowIdentity) => _allowIdentity = allowIdentity;

    public override G2Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && G2Point.TryParseText(reader.GetString(), out var point, _allowIdentity)
            ? point
            : throw new JsonException("this is no point of the second group");

    public override void Write(Utf8JsonWriter writer, G2Point value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
}

/// <summary>An accumulator or a witness: a point of G2 that may be infinity.</summary>
internal sealed class AccumulatorConverter() : G2Converter(allowIdentity: true);

/// <summary>An element of the target group in its text form (specification 10.3).</summary>
internal sealed class GtConverter : JsonConverter<Gt>
{
    public override Gt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Gt.TryParseText(reader.GetString(), out var element)
            ? element
            : throw new JsonException("this is no element of the target group");

    public override void Write(Utf8JsonWriter writer, Gt value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
}

/// <summary>A group order element: one hexadecimal text (specification 10.3).</summary>
internal sealed class ScalarConverter : JsonConverter<Scalar>
{
    public override Scalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Scalar.TryParseText(reader.GetString(), out var scalar)
            ? scalar
            : throw new JsonException("this is no group order element");

    public override void Write(Utf8JsonWriter writer, Scalar value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
}

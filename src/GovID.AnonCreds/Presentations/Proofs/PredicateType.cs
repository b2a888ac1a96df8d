using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>The four comparisons that can be proved of an unrevealed integer; ordered as in a sub-proof (specification 1.3, 7.3).</summary>
public enum PredicateType
{
    /// <summary>At least the value: <c>&gt;=</c> in a request, <c>GE</c> in a proof.</summary>
    GreaterOrEqual,

    /// <summary>At most the value: <c>&lt;=</c>, <c>LE</c>.</summary>
    LessOrEqual,

    /// <summary>More than the value: <c>&gt;</c>, <c>GT</c>.</summary>
    Greater,

    /// <summary>Less than the value: <c>&lt;</c>, <c>LT</c>.</summary>
    Less,
}

/// <summary>The spelling in presentation requests.</summary>
internal sealed class RequestPredicateTypeConverter : JsonConverter<PredicateType>
{
    public override PredicateType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
        {
            ">=" => PredicateType.GreaterOrEqual,
            "<=" => PredicateType.LessOrEqual,
            ">" => PredicateType.Greater,
            "<" => PredicateType.Less,
            _ => throw new JsonException("a comparison is one of >=, <=, > and <"),
        };

    public override void Write(Utf8JsonWriter writer, PredicateType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            PredicateType.GreaterOrEqual => ">=",
            PredicateType.LessOrEqual => "<=",
            PredicateType.Greater => ">",
            PredicateType.Less => "<",
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        });
}

/// <summary>The spelling in sub-proofs.</summary>
internal sealed class ProofPredicateTypeConverter : JsonConverter<PredicateType>
{
    public override PredicateType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
        {
            "GE" => PredicateType.GreaterOrEqual,
            "LE" => PredicateType.LessOrEqual,
            "GT" => PredicateType.Greater,
            "LT" => PredicateType.Less,
            _ => throw new JsonException("a predicate type is one of GE, LE, GT and LT"),
        };

    public override void Write(Utf8JsonWriter writer, PredicateType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            PredicateType.GreaterOrEqual => "GE",
            PredicateType.LessOrEqual => "LE",
            PredicateType.Greater => "GT",
            PredicateType.Less => "LT",
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        });
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Credentials;

namespace GovID.AnonCreds.W3c;

/// <summary>A member of a credential subject: a closed set (specification 11). Prints no value.</summary>
[JsonConverter(typeof(W3cValueConverter))]
public abstract record W3cValue
{
    private W3cValue()
    {
    }

    /// <summary>The raw value of the attribute; null where only a predicate about it is proved.</summary>
    [JsonIgnore]
    public string? Raw => this switch
    {
        Text text => text.Value,
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Proven => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>A raw value as this form writes it: a number where the text is a 32-bit integer, else a text.</summary>
    public static W3cValue Of(string raw) => AttributeEncoding.TryParseInt32(raw, out var number) ? new Number(number) : new Text(raw);

    /// <summary>A text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : W3cValue
    {
        /// <summary>Returns <c>[redacted]</c>: a value is personal.</summary>
        public override string ToString() => "[redacted]";
    }

    /// <summary>A 32-bit integer.</summary>
    /// <param name="Value">The integer.</param>
    public sealed record Number(int Value) : W3cValue
    {
        /// <summary>Returns <c>[redacted]</c>: a value is personal.</summary>
        public override string ToString() => "[redacted]";
    }

    /// <summary>The attribute is not shown; a predicate about it is proved.</summary>
    public sealed record Proven : W3cValue;
}

/// <summary>A text, a 32-bit integer, or true.</summary>
internal sealed class W3cValueConverter : JsonConverter<W3cValue>
{
    /// <summary>So that null is refused like any other value, also inside a map.</summary>
    public override bool HandleNull => true;

    public override W3cValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new W3cValue.Text(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetInt32(out var number) => new W3cValue.Number(number),
        JsonTokenType.True => new W3cValue.Proven(),
        _ => throw new JsonException("a member of the subject is a text, a 32-bit integer or true"),
    };

    public override void Write(Utf8JsonWriter writer, W3cValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case W3cValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case W3cValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case W3cValue.Proven:
                writer.WriteBooleanValue(true);
                break;
            default:
                throw new UnreachableException();
        }
    }
}

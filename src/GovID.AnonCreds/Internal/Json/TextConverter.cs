using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Internal;

/// <summary>Reads a text by a <c>TryParse</c>.</summary>
internal delegate bool TryParseText<T>([NotNullWhen(true)] string? text, [NotNullWhen(true)] out T? value);

/// <summary>A JSON text that is checked when it is read.</summary>
internal abstract class TextConverter<T>(TryParseText<T> tryParse, Func<T, string> write) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("a text is wanted here");
        return tryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"the text does not have the form of a {typeof(T).Name}");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        tryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"the name does not have the form of a {typeof(T).Name}");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(write(value));
}

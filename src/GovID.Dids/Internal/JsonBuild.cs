using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GovID.Dids.Internal;

/// <summary>Builds JSON values that stay valid on their own.</summary>
internal static class JsonBuild
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Value(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options)) write(writer);
        return Reread(output);
    }

    public static JsonElement Object(Action<Utf8JsonWriter> write) => Value(writer =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });

    public static JsonElement Text(string text) => Value(writer => writer.WriteStringValue(text));

    public static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void WriteItems(Utf8JsonWriter writer, string name, IEnumerable<JsonElement> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) item.WriteTo(writer);
        writer.WriteEndArray();
    }

    public static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    private static JsonElement Reread(ArrayBufferWriter<byte> output)
    {
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }
}

using System.Text.Json;

namespace GovID.Conformance;

/// <summary>Reading of vector files.</summary>
public static class Vectors
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>Parses one JSON file. The element stays valid; numbers keep their text.</summary>
    public static JsonElement Json(string folder, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(folder, file)), Options);
        return document.RootElement.Clone();
    }

    /// <summary>The member, or a <see cref="MismatchException"/> that names it when it is missing.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new MismatchException($"the vector has no member '{name}'");

    /// <summary>The member, or null when it is missing.</summary>
    public static JsonElement? Optional(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The member as text; a <see cref="MismatchException"/> when it is missing or not a text.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member
            ? member.GetString()!
            : throw new MismatchException($"the vector's member '{name}' is not a text");

    /// <summary>The member as bytes from hexadecimal text.</summary>
    public static byte[] Bytes(this JsonElement element, string name) => Convert.FromHexString(element.Text(name));

    /// <summary>The items of an array member.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } member
            ? member.EnumerateArray()
            : throw new MismatchException($"the vector's member '{name}' is not an array");
}

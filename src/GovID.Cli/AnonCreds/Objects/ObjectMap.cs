using System.Text;
using System.Text.Json;
using GovID.AnonCreds;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>Files that hold several objects: a JSON object from identifiers to objects or texts, or a JSON array.</summary>
internal static class ObjectMap
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads an object from identifiers to objects.</summary>
    public static ObjectReader<Dictionary<TId, T>> Of<TId, T>(Func<string, TId> id, ObjectReader<T> reader)
        where TId : notnull => utf8 =>
    {
        using var document = Parse(utf8, JsonValueKind.Object, "an object from identifiers to objects");
        var read = new Dictionary<TId, T>();
        foreach (var member in document.RootElement.EnumerateObject())
            read.Add(Within($"['{member.Name}']", () => id(member.Name)), Within($"['{member.Name}']", () => reader(Bytes(member.Value))));
        return read;
    };

    /// <summary>Reads an array of objects.</summary>
    public static ObjectReader<List<T>> List<T>(ObjectReader<T> reader) => utf8 =>
    {
        using var document = Parse(utf8, JsonValueKind.Array, "an array of objects");
        var items = document.RootElement.EnumerateArray().Select((item, index) => Within($"[{index}]", () => reader(Bytes(item))));
        return [.. items];
    };

    /// <summary>Reads an object from names to texts.</summary>
    public static Dictionary<string, string> Texts(ReadOnlySpan<byte> utf8)
    {
        using var document = Parse(utf8, JsonValueKind.Object, "an object from names to texts");
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            read.Add(member.Name, member.Value.ValueKind == JsonValueKind.String
                ? member.Value.GetString()!
                : throw new CliException(CliErrorCode.DataRefused, $"The value of '{member.Name}' is not a text: write it in quotes.", $"$['{member.Name}']"));
        }

        return read;
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8, JsonValueKind kind, string form)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8.ToArray(), Options);
        }
        catch (JsonException wrong)
        {
            throw new CliException(CliErrorCode.DataRefused, $"The file is not JSON without doubled members, or not {form}.", "$", wrong);
        }

        if (document.RootElement.ValueKind == kind)
            return document;
        document.Dispose();
        throw new CliException(CliErrorCode.DataRefused, $"The file is not {form}.", "$");
    }

    private static byte[] Bytes(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static T Within<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AnonCredsException refused)
        {
            throw new AnonCredsException(refused.Code, refused.Message, $"${place}{refused.Field?.TrimStart('$')}", refused);
        }
    }
}

using System.Text.Json;

namespace GovID.Dids.Internal;

/// <summary>Reads JSON from outside: one object, no member twice, bounded size and depth, no broken text.</summary>
internal static class StrictJson
{
    public const int MaximumDepth = 24;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Reads an object; the element is a copy that stays valid.</summary>
    public static JsonElement ParseObject(ReadOnlyMemory<byte> utf8, int maximumBytes, string field)
    {
        var element = Parse(utf8, maximumBytes, field);
        return element.ValueKind == JsonValueKind.Object
            ? element
            : throw new DidException(DidErrorCode.Malformed, $"The {field} is JSON, but not an object.", field);
    }

    /// <summary>Reads any value; the element is a copy that stays valid.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8, int maximumBytes, string field)
    {
        if (utf8.Length > maximumBytes)
            throw new DidException(DidErrorCode.LimitExceeded, $"The {field} has {utf8.Length} bytes; at most {maximumBytes} are read.", field);
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            ReadAllTexts(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException refused)
        {
            throw new DidException(DidErrorCode.Malformed, $"The {field} is not acceptable JSON: {refused.Message}", field, refused);
        }
        catch (InvalidOperationException refused)
        {
            throw new DidException(DidErrorCode.Malformed, $"The {field} holds a text with a broken surrogate or broken UTF-8.", field, refused);
        }
    }

    // A text is decoded, and its escapes checked, only when it is asked for: ask once, here.
    private static void ReadAllTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) ReadAllTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadAllTexts(member.Value);
                }

                break;
            default:
                break;
        }
    }
}

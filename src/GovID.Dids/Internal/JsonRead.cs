using System.Text.Json;

namespace GovID.Dids.Internal;

/// <summary>Typed reads of JSON members; a member of another type is refused by name.</summary>
internal static class JsonRead
{
    public static string? OptionalText(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member)) return null;
        return member.ValueKind == JsonValueKind.String ? member.GetString() : throw Refused(name, "a text");
    }

    public static string Text(JsonElement element, string name) =>
        OptionalText(element, name) ?? throw new DidException(DidErrorCode.Malformed, $"The member '{name}' is missing.", name);

    /// <summary>A text, or an array of texts; empty when the member is absent.</summary>
    public static IReadOnlyList<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member)) return [];
        if (member.ValueKind == JsonValueKind.String) return [member.GetString()!];
        return [.. Items(element, name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Refused(name, "a list of texts"))];
    }

    /// <summary>The items of an array; none when the member is absent.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member)) return [];
        return member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : throw Refused(name, "a list");
    }

    /// <summary>A whole number; null when the member is absent or null.</summary>
    public static int? OptionalNumber(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return null;
        return member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) ? number : throw Refused(name, "a whole number");
    }

    public static DidException Refused(string name, string expected) =>
        new(DidErrorCode.Malformed, $"The member '{name}' must be {expected}.", name);
}

using System.Text.Json;

namespace GovID.Conformance.Suites;

/// <summary>The JSON files of a suite's folder, in the order of their names.</summary>
internal static class JsonFiles
{
    /// <summary>Every JSON file with its content; the suites tell formats apart by content, never by name.</summary>
    public static IEnumerable<(string Name, JsonElement Content)> Of(string folder) =>
        Directory.EnumerateFiles(folder, "*.json")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Vectors.Json(folder, name)));

    /// <summary>Says whether an object has all of the members.</summary>
    public static bool Has(this JsonElement element, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (element.Optional(member) is null)
                return false;
        }

        return true;
    }

    /// <summary>The member as a whole number.</summary>
    public static long Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number)
            ? number
            : throw new MismatchException($"the vector's member '{name}' is not a whole number");

    /// <summary>The member as a truth value.</summary>
    public static bool Truth(this JsonElement element, string name) => element.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new MismatchException($"the vector's member '{name}' is not true or false"),
    };

    /// <summary>The member as a list of texts.</summary>
    public static string[] Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => item.GetString() ?? throw new MismatchException($"an item of '{name}' is null"))];
}

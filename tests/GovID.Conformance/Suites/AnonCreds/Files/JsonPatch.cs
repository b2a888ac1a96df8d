using System.Text.Json.Nodes;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>Applies the operations add, replace, remove, move, copy of RFC 6902 to a document.</summary>
internal static class JsonPatch
{
    public static JsonNode Apply(JsonNode document, JsonArray operations)
    {
        var patched = document.DeepClone();
        foreach (var operation in operations)
            Apply(patched, operation!.AsObject());
        return patched;
    }

    private static void Apply(JsonNode document, JsonObject operation)
    {
        var path = operation["path"]!.GetValue<string>();
        switch (operation["op"]!.GetValue<string>())
        {
            case "add":
                Set(document, path, operation["value"]?.DeepClone(), insert: true);
                break;
            case "replace":
                Set(document, path, operation["value"]?.DeepClone(), insert: false);
                break;
            case "remove":
                Take(document, path);
                break;
            case "move":
                Set(document, path, Take(document, operation["from"]!.GetValue<string>()), insert: true);
                break;
            case "copy":
                Set(document, path, Find(document, operation["from"]!.GetValue<string>())?.DeepClone(), insert: true);
                break;
            case var other:
                throw new MismatchException($"the vector has a patch operation '{other}'");
        }
    }

    private static void Set(JsonNode document, string path, JsonNode? value, bool insert)
    {
        var (parent, last) = Parent(document, path);
        if (parent is JsonObject map)
        {
            map[last] = value;
            return;
        }

        var list = parent.AsArray();
        var index = last == "-" ? list.Count : Index(last);
        if (insert)
            list.Insert(index, value);
        else
            list[index] = value;
    }

    private static JsonNode? Take(JsonNode document, string path)
    {
        var taken = Find(document, path);
        var (parent, last) = Parent(document, path);
        if (parent is JsonObject map)
            map.Remove(last);
        else
            parent.AsArray().RemoveAt(Index(last));
        return taken;
    }

    private static JsonNode? Find(JsonNode document, string path)
    {
        var (parent, last) = Parent(document, path);
        return Child(parent, last);
    }

    private static (JsonNode Parent, string Last) Parent(JsonNode document, string path)
    {
        var parts = path.Split('/')[1..].Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var node = document;
        foreach (var part in parts[..^1])
            node = Child(node, part) ?? throw new MismatchException($"the patch path '{path}' leads nowhere");
        return (node, parts[^1]);
    }

    private static JsonNode? Child(JsonNode node, string part) => node is JsonObject map ? map[part] : node.AsArray()[Index(part)];

    private static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;

namespace GovID.Conformance.Tests.Suites;

/// <summary>Changes one value, at whatever depth, that a seeded generator picks.</summary>
internal static class LeafEdits
{
    /// <summary>Changes one value in the item, or in one of the named members of it.</summary>
    public static void ChangeOne(this JsonNode item, Random random, params string[] members)
    {
        var places = members.Length == 0
            ? Places(item).ToArray()
            : [.. members.Where(member => item[member] is not null).SelectMany(member => Places(item[member]!).DefaultIfEmpty((item, member)))];
        var (holder, key) = places[random.Next(places.Length)];
        if (holder is JsonArray list)
            list[(int)key] = JsonEdits.Changed(list[(int)key]);
        else
            holder[(string)key] = JsonEdits.Changed(holder[(string)key]);
    }

    private static IEnumerable<(JsonNode Holder, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject map => map.ToArray().SelectMany(member => Deeper(node, member.Key, member.Value)),
        JsonArray list => list.ToArray().SelectMany((item, index) => Deeper(node, index, item)),
        _ => [],
    };

    private static IEnumerable<(JsonNode Holder, object Key)> Deeper(JsonNode holder, object key, JsonNode? value) => value switch
    {
        JsonObject { Count: > 0 } or JsonArray { Count: > 0 } => Places(value),
        _ => [(holder, key)],
    };
}

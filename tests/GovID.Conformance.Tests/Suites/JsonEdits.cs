using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovID.Conformance.Tests.Suites;

/// <summary>Changes of expected values.</summary>
internal static class JsonEdits
{
    /// <summary>Replaces a member's first text, number or truth value, at whatever depth, by another one.</summary>
    public static void Change(this JsonNode item, string member)
    {
        var holder = item.AsObject();
        holder[member] = Changed(holder[member]);
    }

    /// <summary>Another value of the same kind: a text gets a character more, a number is one greater, an object or list changes inside.</summary>
    public static JsonNode Changed(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map when map.Count > 0:
                map.Change(map.Last().Key);
                return map.DeepClone();
            case JsonArray list when list.Count > 0:
                list[0] = Changed(list[0]);
                return list.DeepClone();
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(value.GetValue<string>() + "x");
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return JsonValue.Create(number + 1);
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return JsonValue.Create(!value.GetValue<bool>());
            default:
                return JsonValue.Create("changed");
        }
    }
}

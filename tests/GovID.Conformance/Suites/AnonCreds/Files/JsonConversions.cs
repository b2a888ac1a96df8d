using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>Between the JSON types of the base library.</summary>
internal static class JsonConversions
{
    public static JsonElement ToJsonElement(this JsonNode node) => VectorKey.Utf8(node).ToJsonElement();

    public static JsonElement ToJsonElement(this byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }
}

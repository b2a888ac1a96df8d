using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>Compares our values with recorded JSON.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public static JsonElement Of(LedgerValue value)
    {
        using var document = JsonDocument.Parse(value.ToStateJson(), Options);
        return document.RootElement.Clone();
    }

    public static void Equal(string field, JsonElement expected, LedgerValue actual) => Check.Equal(field, expected, Of(actual));

    /// <summary>The members but those named.</summary>
    public static LedgerMap Without(JsonElement element, params string[] members)
    {
        var map = LedgerMap.Parse(element.GetRawText());
        foreach (var member in members)
            map = map.Without(member);
        return map;
    }
}

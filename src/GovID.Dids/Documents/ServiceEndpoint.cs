using System.Text.Json;
using GovID.Dids.Internal;

namespace GovID.Dids.Documents;

/// <summary>One place where a service is reached (DID Core 1.0, 5.4).</summary>
public sealed class ServiceEndpoint
{
    private ServiceEndpoint(string? uri, IReadOnlyList<string> accept, IReadOnlyList<string> routingKeys, JsonElement json)
    {
        Uri = uri;
        Accept = accept;
        RoutingKeys = routingKeys;
        Json = json;
    }

    /// <summary>The address, a URL or a DID, as written; null for a map without <c>uri</c>.</summary>
    public string? Uri { get; }

    /// <summary>The media types or profiles a map names; empty otherwise.</summary>
    public IReadOnlyList<string> Accept { get; }

    /// <summary>The mediators' keys a map names; empty otherwise.</summary>
    public IReadOnlyList<string> RoutingKeys { get; }

    /// <summary>The endpoint as it was written: a text or a map.</summary>
    public JsonElement Json { get; }

    // A text, a map, or a list of these; a list inside a list is refused.
    internal static IReadOnlyList<ServiceEndpoint> ReadAll(JsonElement service)
    {
        if (!service.TryGetProperty("serviceEndpoint", out var endpoint)) return [];
        return endpoint.ValueKind == JsonValueKind.Array ? [.. endpoint.EnumerateArray().Select(Read)] : [Read(endpoint)];
    }

    private static ServiceEndpoint Read(JsonElement endpoint) => endpoint.ValueKind switch
    {
        JsonValueKind.String => new ServiceEndpoint(endpoint.GetString(), [], [], endpoint),
        JsonValueKind.Object => new ServiceEndpoint(
            JsonRead.OptionalText(endpoint, "uri"),
            JsonRead.Texts(endpoint, "accept"),
            JsonRead.Texts(endpoint, "routingKeys"),
            endpoint),
        _ => throw JsonRead.Refused("serviceEndpoint", "a text, a map, or a list of these"),
    };
}

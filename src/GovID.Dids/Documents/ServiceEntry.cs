using System.Text.Json;
using GovID.Dids.Internal;

namespace GovID.Dids.Documents;

/// <summary>A service of a DID document (DID Core 1.0, 5.4; Aries RFC 0067).</summary>
public sealed class ServiceEntry
{
    private ServiceEntry(JsonElement json)
    {
        Json = json;
        Id = JsonRead.Text(json, "id");
        Types = JsonRead.Texts(json, "type");
        Endpoints = ServiceEndpoint.ReadAll(json);
        Priority = JsonRead.OptionalNumber(json, "priority");
        RecipientKeys = JsonRead.Texts(json, "recipientKeys");
        RoutingKeys = JsonRead.Texts(json, "routingKeys");
        Accept = JsonRead.Texts(json, "accept");
        if (Types.Count == 0) throw new DidException(DidErrorCode.Malformed, "A service has no 'type'.", "type");
        if (Endpoints.Count == 0) throw new DidException(DidErrorCode.Malformed, "A service has no 'serviceEndpoint'.", "serviceEndpoint");
    }

    /// <summary>The id as written: absolute, or relative to the document's subject.</summary>
    public string Id { get; }

    /// <summary>The type, or types: <c>did-communication</c>, <c>DIDCommMessaging</c>, <c>IndyAgent</c>, …</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Where the service is reached; at least one.</summary>
    public IReadOnlyList<ServiceEndpoint> Endpoints { get; }

    /// <summary>The smaller, the sooner to be tried; null when not stated (RFC 0067).</summary>
    public int? Priority { get; }

    /// <summary>To whom messages are encrypted: key references, did:key, or base58 in old documents (RFC 0067).</summary>
    public IReadOnlyList<string> RecipientKeys { get; }

    /// <summary>Through whom messages go, the outermost last (RFC 0067).</summary>
    public IReadOnlyList<string> RoutingKeys { get; }

    /// <summary>The media types or profiles the service reads, by preference.</summary>
    public IReadOnlyList<string> Accept { get; }

    /// <summary>The service as it was written, members that are not known here included.</summary>
    public JsonElement Json { get; }

    /// <summary>Tells whether the service has this type.</summary>
    public bool HasType(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <summary>Reads a service from its JSON.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>: <c>id</c>, <c>type</c> or <c>serviceEndpoint</c> is missing or of a wrong type.</exception>
    public static ServiceEntry FromJson(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? new ServiceEntry(json.Clone())
        : throw JsonRead.Refused("service", "a list of objects");

    /// <summary>Makes the service by which agents of DIDComm v1 are reached (RFC 0067).</summary>
    /// <param name="id">The id, absolute or relative.</param>
    /// <param name="endpoint">The URL, or the mediator's DID.</param>
    /// <param name="recipientKeys">References to keys of the document, or did:key.</param>
    /// <param name="routingKeys">did:key of mediators; empty for none.</param>
    /// <param name="priority">The smaller, the sooner to be tried.</param>
    public static ServiceEntry DidCommunication(
        string id, string endpoint, IReadOnlyList<string> recipientKeys, IReadOnlyList<string> routingKeys, int priority = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(recipientKeys);
        ArgumentNullException.ThrowIfNull(routingKeys);
        return new ServiceEntry(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("type", "did-communication");
            writer.WriteNumber("priority", priority);
            JsonBuild.WriteTexts(writer, "recipientKeys", recipientKeys);
            JsonBuild.WriteTexts(writer, "routingKeys", routingKeys);
            writer.WriteString("serviceEndpoint", endpoint);
        }));
    }

    /// <summary>Makes the service by which agents of DIDComm v2 are reached (DIDComm Messaging 2.1, "Service Endpoint").</summary>
    /// <param name="id">The id, absolute or relative.</param>
    /// <param name="uri">The URL, or the mediator's DID.</param>
    /// <param name="routingKeys">DID URLs of mediators' keys; empty for none.</param>
    /// <param name="accept">Profiles by preference; empty leaves the member out.</param>
    public static ServiceEntry DidCommMessaging(string id, string uri, IReadOnlyList<string> routingKeys, IReadOnlyList<string> accept)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(routingKeys);
        ArgumentNullException.ThrowIfNull(accept);
        return new ServiceEntry(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("type", "DIDCommMessaging");
            writer.WriteStartObject("serviceEndpoint");
            writer.WriteString("uri", uri);
            if (accept.Count > 0) JsonBuild.WriteTexts(writer, "accept", accept);
            JsonBuild.WriteTexts(writer, "routingKeys", routingKeys);
            writer.WriteEndObject();
        }));
    }

    /// <summary>Makes a service with one address and nothing else.</summary>
    public static ServiceEntry Plain(string id, string type, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(endpoint);
        return new ServiceEntry(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("type", type);
            writer.WriteString("serviceEndpoint", endpoint);
        }));
    }
}

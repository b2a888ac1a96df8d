using System.Text.Json;
using GovID.Dids.Documents;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>The attribute <c>endpoint</c> of an Indy ledger: where the owner of a DID is reached.</summary>
public sealed class IndyEndpoint
{
    private const int MaximumBytes = 8 * 1024;
    private const string Messaging2Context = "https://didcomm.org/messaging/contexts/v2";
    private static readonly string[] ImpliedTypes = ["endpoint", "did-communication"];

    private IndyEndpoint(string? address, IReadOnlyList<string> types, IReadOnlyList<string> routingKeys, IReadOnlyList<KeyValuePair<string, string>> others)
    {
        Address = address;
        Types = types;
        RoutingKeys = routingKeys;
        Others = others;
    }

    /// <summary>The member <c>endpoint</c>: the address for messages; null when not stated.</summary>
    public string? Address { get; }

    /// <summary>The services at that address: <c>endpoint</c>, <c>did-communication</c>, <c>DIDComm</c>; the first two when not stated.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The mediators' keys.</summary>
    public IReadOnlyList<string> RoutingKeys { get; }

    /// <summary>Other services by type, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; }

    /// <summary>Reads the attribute: <c>{"endpoint":{…}}</c>.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/> or <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static IndyEndpoint Parse(ReadOnlyMemory<byte> utf8)
    {
        var attribute = StrictJson.ParseObject(utf8, MaximumBytes, "attribute");
        if (!attribute.TryGetProperty("endpoint", out var endpoint) || endpoint.ValueKind != JsonValueKind.Object)
            throw JsonRead.Refused("endpoint", "an object");
        var types = JsonRead.Texts(endpoint, "types");
        return new IndyEndpoint(
            JsonRead.OptionalText(endpoint, "endpoint"),
            types.Count == 0 ? ImpliedTypes : types,
            JsonRead.Texts(endpoint, "routingKeys"),
            [.. endpoint.EnumerateObject().Where(IsOther).Select(member => KeyValuePair.Create(member.Name, JsonRead.Text(endpoint, member.Name)))]);
    }

    /// <summary>Adds the services of the attribute to a document, in the order and with the ids that deployed agents give them.</summary>
    /// <param name="builder">The document.</param>
    /// <param name="did">Its subject.</param>
    /// <param name="recipientKey">The key messages are encrypted to.</param>
    public void AddServices(DidDocumentBuilder builder, Did did, string recipientKey)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(recipientKey);
        if (Address is not null) AddServicesAt(Address, builder, did, recipientKey);
        foreach (var (type, address) in Others) builder.AddService(ServiceEntry.Plain($"{did}#{Uri.EscapeDataString(type)}", type, address));
    }

    private void AddServicesAt(string address, DidDocumentBuilder builder, Did did, string recipientKey)
    {
        if (Types.Contains("endpoint", StringComparer.Ordinal)) builder.AddService(ServiceEntry.Plain($"{did}#endpoint", "endpoint", address));
        if (Types.Contains("did-communication", StringComparer.Ordinal)) builder.AddService(DidCommunication(address, did, recipientKey));
        if (!Types.Contains("DIDComm", StringComparer.Ordinal)) return;
        builder.AddContext(Messaging2Context).AddService(ServiceEntry.FromJson(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", $"{did}#didcomm-1");
            writer.WriteString("type", "DIDComm");
            writer.WriteString("serviceEndpoint", address);
            JsonBuild.WriteTexts(writer, "accept", ["didcomm/v2"]);
            JsonBuild.WriteTexts(writer, "routingKeys", RoutingKeys);
        })));
    }

    private ServiceEntry DidCommunication(string address, Did did, string recipientKey) => ServiceEntry.FromJson(JsonBuild.Object(writer =>
    {
        writer.WriteString("id", $"{did}#did-communication");
        writer.WriteString("type", "did-communication");
        writer.WriteNumber("priority", 0);
        JsonBuild.WriteTexts(writer, "recipientKeys", [recipientKey]);
        JsonBuild.WriteTexts(writer, "routingKeys", RoutingKeys);
        JsonBuild.WriteTexts(writer, "accept", ["didcomm/aip2;env=rfc19"]);
        writer.WriteString("serviceEndpoint", address);
    }));

    // A member that is not a text, such as an object of a newer writer, is no service.
    private static bool IsOther(JsonProperty member) =>
        member.Name is not ("endpoint" or "types" or "routingKeys") && member.Value.ValueKind == JsonValueKind.String;
}

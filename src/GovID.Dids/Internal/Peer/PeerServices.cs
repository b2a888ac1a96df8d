using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Internal.Peer;

/// <summary>The services of a did:peer:2: abbreviated JSON in base64url (Peer DID Method, "Service Encoding").</summary>
/// <remarks>Read are one service or a list of services an element, with padding or without, ids or none; written is one a element, unpadded.</remarks>
internal sealed class PeerServices(Did subject, PeerServiceNaming naming)
{
    private const int MaximumBytes = 8 * 1024;
    private const string Messaging = "DIDCommMessaging";

    private int _position;
    private int _unnamed;

    public static string Encode(JsonElement service) => Base64Url.Encode(CompactJson.ToBytes(Abbreviate(service)));

    public void Read(string encoded, DidDocumentBuilder builder)
    {
        if (!Base64Url.TryDecodeLenient(encoded, out var json))
            throw new DidException(DidErrorCode.Malformed, "A service of the did:peer:2 is not base64url.", "service");
        var parsed = StrictJson.Parse(json, MaximumBytes, "service");
        var services = parsed.ValueKind == JsonValueKind.Array ? [.. parsed.EnumerateArray()] : new[] { parsed };
        foreach (var service in services) builder.AddService(ServiceEntry.FromJson(WithId(Rename(service, Expanded, isRoot: true))));
    }

    private JsonElement WithId(JsonElement service)
    {
        var id = IdOf(service);
        return JsonBuild.Object(writer =>
        {
            writer.WriteString("id", id);
            foreach (var member in service.EnumerateObject())
            {
                if (member.Name != "id") member.WriteTo(writer);
            }
        });
    }

    private string IdOf(JsonElement service)
    {
        var position = _position++;
        if (service.ValueKind != JsonValueKind.Object) throw JsonRead.Refused("service", "an object or a list of objects");
        if (JsonRead.OptionalText(service, "id") is { Length: > 0 } given) return given[0] == '#' ? subject + given : given;
        if (naming == PeerServiceNaming.Specification) return _unnamed++ == 0 ? $"{subject}#service" : $"{subject}#service-{_unnamed - 1}";
        var type = JsonRead.Texts(service, "type") is [var first, ..] ? first : throw JsonRead.Refused("t", "a text");
        return $"{subject}#{Uri.EscapeDataString(type.ToLowerInvariant())}-{position}";
    }

    // An absolute id would name a DID that does not exist yet, so only relative ones are written.
    private static JsonElement Abbreviate(JsonElement service) => Rename(
        JsonBuild.Object(writer =>
        {
            foreach (var member in service.EnumerateObject())
            {
                if (member.Name != "id" || member.Value.GetString()!.StartsWith('#')) member.WriteTo(writer);
            }
        }),
        Abbreviated,
        isRoot: true);

    // Names are abbreviated at every level, the value DIDCommMessaging only as the type of the service. Depth is bounded by the reader.
    private static JsonElement Rename(JsonElement element, Func<string, string> name, bool isRoot) => JsonBuild.Value(writer => Write(writer, element, name, isRoot));

    private static void Write(Utf8JsonWriter writer, JsonElement element, Func<string, string> name, bool isRoot)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            RefuseTwice(element, name);
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject()) WriteMember(writer, member, name, isRoot);
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Write(writer, item, name, isRoot: false);
            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member, Func<string, string> name, bool isRoot)
    {
        writer.WritePropertyName(name(member.Name));
        var isType = isRoot && member.Name is "t" or "type";
        if (isType && member.Value.ValueKind == JsonValueKind.String) writer.WriteStringValue(OtherType(member.Value.GetString()!, member.Name));
        else Write(writer, member.Value, name, isRoot: false);
    }

    private static string OtherType(string type, string member) => (member, type) switch
    {
        ("t", "dm") => Messaging,
        ("type", Messaging) => "dm",
        _ => type,
    };

    // A name and its abbreviation side by side would make one member twice.
    private static void RefuseTwice(JsonElement element, Func<string, string> name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (element.EnumerateObject().FirstOrDefault(member => !seen.Add(name(member.Name))) is { Value.ValueKind: not JsonValueKind.Undefined } twice)
            throw new DidException(DidErrorCode.Malformed, $"The service has the member '{name(twice.Name)}' twice, once abbreviated.", name(twice.Name));
    }

    private static string Expanded(string text) => text switch
    {
        "t" => "type",
        "s" => "serviceEndpoint",
        "r" => "routingKeys",
        "a" => "accept",
        _ => text,
    };

    private static string Abbreviated(string text) => text switch
    {
        "type" => "t",
        "serviceEndpoint" => "s",
        "routingKeys" => "r",
        "accept" => "a",
        _ => text,
    };
}

using System.Text.Json;
using GovID.Dids.Internal;
using GovID.Dids.Methods;

namespace GovID.Dids.Documents;

/// <summary>Reads the documents of old agents: keys in <c>publicKey</c>, bare identifiers, typed authentications (Aries RFC 0067, RFC 0160).</summary>
public static class LegacyDidDocument
{
    /// <summary>Reads a document, old or new, into today's form.</summary>
    /// <remarks>
    /// <c>publicKey</c> becomes <c>verificationMethod</c>; <c>{"type", "publicKey": ref}</c> in <c>authentication</c> becomes the reference;
    /// a bare identifier becomes did:sov in <c>id</c>, ids of keys and controllers. Other members stay as they are.
    /// </remarks>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/> or <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static DidDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        var json = StrictJson.ParseObject(utf8, DidDocument.MaximumBytes, "document");
        if (json.TryGetProperty("publicKey", out _) && json.TryGetProperty("verificationMethod", out _))
            throw new DidException(DidErrorCode.Malformed, "The document has both 'publicKey' and 'verificationMethod'.", "publicKey");
        return DidDocument.FromJson(JsonBuild.Object(writer =>
        {
            foreach (var member in json.EnumerateObject()) WriteMember(writer, member);
        }));
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        switch (member.Name)
        {
            case "id" or "controller" when member.Value.ValueKind == JsonValueKind.String:
                writer.WriteString(member.Name, Qualified(member.Value.GetString()!));
                break;
            case "publicKey" when member.Value.ValueKind == JsonValueKind.Array:
                JsonBuild.WriteItems(writer, "verificationMethod", member.Value.EnumerateArray().Select(QualifiedKey));
                break;
            case "authentication" when member.Value.ValueKind == JsonValueKind.Array:
                JsonBuild.WriteItems(writer, member.Name, member.Value.EnumerateArray().Select(Authentication));
                break;
            default:
                member.WriteTo(writer);
                break;
        }
    }

    private static JsonElement QualifiedKey(JsonElement key) => key.ValueKind != JsonValueKind.Object ? key : JsonBuild.Object(writer =>
    {
        foreach (var member in key.EnumerateObject())
        {
            if (member is { Name: "id" or "controller", Value.ValueKind: JsonValueKind.String })
                writer.WriteString(member.Name, Qualified(member.Value.GetString()!));
            else
                member.WriteTo(writer);
        }
    });

    private static JsonElement Authentication(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.String => JsonBuild.Text(Qualified(entry.GetString()!)),
        JsonValueKind.Object when JsonRead.OptionalText(entry, "publicKey") is { } reference => JsonBuild.Text(Qualified(reference)),
        _ => QualifiedKey(entry),
    };

    // "LjgpST2rjsoxYegQDRm7EL" and "LjgpST2rjsoxYegQDRm7EL#1" get their method; a bare key name gets its number sign.
    private static string Qualified(string text)
    {
        if (text.StartsWith("did:", StringComparison.Ordinal) || text.StartsWith('#')) return text;
        var mark = text.IndexOf('#', StringComparison.Ordinal);
        var identifier = mark < 0 ? text : text[..mark];
        if (DidSov.TryParse(identifier, out var did)) return did + text[identifier.Length..];
        return mark < 0 && DidSyntax.IsQueryOrFragment(text) ? "#" + text : text;
    }
}

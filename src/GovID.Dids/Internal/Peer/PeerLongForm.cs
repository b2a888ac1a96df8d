using System.Text;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Internal.Peer;

/// <summary>did:peer:4, hash and document in one text (Peer DID Method, "Generation method 4").</summary>
internal static class PeerLongForm
{
    private const string Prefix = "did:peer:4";

    public static Did Create(JsonElement stored)
    {
        if (stored.TryGetProperty("id", out _))
            throw new DidException(DidErrorCode.Malformed, "The document of a did:peer:4 has no 'id': it is set when the DID is resolved.", "id");
        var encoded = Multibase.Encode(MultibaseEncoding.Base58Btc, Multicodec.Wrap(Multicodec.Json, CompactJson.ToBytes(stored)));
        var did = Did.Parse($"{Prefix}{PeerHash.Of(Encoding.ASCII.GetBytes(encoded))}:{encoded}");
        _ = CreateDocument(did, did);
        return did;
    }

    public static Did ShortFormOf(Did did) => Did.Parse(Prefix + Split(did).Hash);

    /// <summary>The document under one of the two forms; the other becomes <c>alsoKnownAs</c>.</summary>
    public static DidDocument CreateDocument(Did asked, Did longForm)
    {
        var (hash, encoded) = Split(longForm);
        var shortForm = Did.Parse(Prefix + hash);
        if (asked != longForm && asked != shortForm)
            throw new DidException(DidErrorCode.HashMismatch, "The stored long form belongs to another did:peer:4.", "stored");
        var stored = Decode(encoded);
        var other = asked == longForm ? shortForm : longForm;
        return DidDocument.FromJson(Contextualize(stored, asked, other));
    }

    private static (string Hash, string Encoded) Split(Did did)
    {
        var text = did.MethodSpecificId;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (did.Method != DidPeer.Method || text[0] != '4' || colon < 0)
            throw new DidException(DidErrorCode.UnsupportedMethod, "The DID is not a did:peer:4 in its long form.", "did");
        var (hash, encoded) = (text[1..colon], text[(colon + 1)..]);
        if (!string.Equals(PeerHash.Of(Encoding.ASCII.GetBytes(encoded)), hash, StringComparison.Ordinal))
            throw new DidException(DidErrorCode.HashMismatch, "The did:peer:4 does not begin with the hash of its document.", "did");
        return (hash, encoded);
    }

    private static JsonElement Decode(string encoded)
    {
        if (encoded[0] != 'z' || !Multibase.TryDecode(encoded, out var bytes))
            throw new DidException(DidErrorCode.Malformed, "The document of the did:peer:4 is not base58btc behind its prefix 'z'.", "did");
        if (!Multicodec.TryUnwrap(bytes, out var code, out var json) || code != Multicodec.Json)
            throw new DidException(DidErrorCode.Malformed, "The document of the did:peer:4 does not begin with the code of JSON.", "did");
        var stored = StrictJson.ParseObject(json.ToArray(), DidPeer.MaximumStoredBytes, "document");
        if (stored.TryGetProperty("id", out _))
            throw new DidException(DidErrorCode.Malformed, "The document inside the did:peer:4 has an 'id', which it must not.", "id");
        return stored;
    }

    // Members keep their order; id and alsoKnownAs come last unless the document has an alsoKnownAs of its own.
    private static JsonElement Contextualize(JsonElement stored, Did asked, Did other) => JsonBuild.Object(writer =>
    {
        var aliases = JsonRead.Texts(stored, "alsoKnownAs").Append(other.ToString());
        foreach (var member in stored.EnumerateObject())
        {
            if (member.Name == "alsoKnownAs") continue;
            if (IsKeyList(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
                JsonBuild.WriteItems(writer, member.Name, member.Value.EnumerateArray().Select(item => WithController(item, asked)));
            else
                member.WriteTo(writer);
        }

        writer.WriteString("id", asked.ToString());
        JsonBuild.WriteTexts(writer, "alsoKnownAs", aliases);
    });

    private static bool IsKeyList(string name) =>
        name == "verificationMethod" || Enum.GetValues<VerificationRelationship>().Any(each => Relationship.NameOf(each) == name);

    private static JsonElement WithController(JsonElement method, Did controller)
    {
        if (method.ValueKind != JsonValueKind.Object || method.TryGetProperty("controller", out _)) return method;
        return JsonBuild.Object(writer =>
        {
            foreach (var member in method.EnumerateObject()) member.WriteTo(writer);
            writer.WriteString("controller", controller.ToString());
        });
    }
}

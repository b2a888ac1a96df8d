using System.Text.Json;
using System.Text.Unicode;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>Collects the members of one JWK object by hand, so that duplicates are seen and the secret is copied once.</summary>
internal static class JwkReader
{
    private const int MaximumMembers = 64;
    private const int MaximumDepth = 8;

    public static void Parse(ReadOnlySpan<byte> utf8Json, JwkMembers members)
    {
        if (utf8Json.Length > JsonWebKey.MaximumJsonLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A JWK has at most {JsonWebKey.MaximumJsonLength} bytes; this text has {utf8Json.Length}.");
        if (!Utf8.IsValid(utf8Json)) throw Malformed("The JWK is not UTF-8 text.");
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaximumDepth });
            reader.Read();
            Read(ref reader, members);
            if (reader.Read()) throw Malformed("There is text behind the JWK.");
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
    }

    public static void Read(ref Utf8JsonReader reader, JwkMembers members)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Malformed("A JWK is a JSON object.");
        try
        {
            ReadMembers(ref reader, members);
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
        catch (InvalidOperationException exception)
        {
            // What the platform throws for an escaped half of a surrogate pair.
            throw Malformed("A text of the JWK is not Unicode.", inner: exception);
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, JwkMembers members)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name)) throw Malformed("A member of the JWK occurs twice.", name);
            if (seen.Count > MaximumMembers) throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A JWK has at most {MaximumMembers} members.");
            reader.Read();
            ReadMember(ref reader, name, members);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, string name, JwkMembers members)
    {
        switch (name)
        {
            case "kty": members.KeyKind = Text(ref reader, name); break;
            case "crv": members.Curve = Text(ref reader, name); break;
            case "x": members.X = Text(ref reader, name); break;
            case "y": members.Y = Text(ref reader, name); break;
            case "kid": members.KeyId = Text(ref reader, name); break;
            case "use": members.Use = Text(ref reader, name); break;
            case "alg": members.Algorithm = Text(ref reader, name); break;
            case "d": members.SetSecret(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private static string Text(ref Utf8JsonReader reader, string name) => reader.TokenType == JsonTokenType.String
        ? reader.GetString()!
        : throw Malformed("This member of a JWK is a text.", name);

    private static CryptoException NotJson(JsonException exception) => Malformed("The JWK is not well-formed JSON.", inner: exception);

    internal static CryptoException Malformed(string message, string? field = null, Exception? inner = null) =>
        new(CryptoErrorCode.Malformed, message, field, inner);
}

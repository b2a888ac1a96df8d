using System.Text;
using System.Text.Json;
using GovID.Cryptography;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Methods;

namespace GovID.Cli.Key;

/// <summary>A public key in the encodings that people meet.</summary>
internal static class PublicKeyText
{
    /// <summary>Reads a JWK (of a private one its public half), did:key, multikey, or base58 of an Ed25519 key; null for anything else.</summary>
    /// <exception cref="CryptoException">It is a JWK, but not one that is read.</exception>
    public static PublicKey? Parse(ReadOnlySpan<byte> text)
    {
        var trimmed = text.Trim("\r\n\t "u8);
        if (trimmed.StartsWith("{"u8)) return ParseJwk(trimmed);
        var word = Encoding.UTF8.GetString(trimmed);
        if (PublicKey.TryParseMultikey(word, out var key)) return key;
        return DidKey.TryParseReference(word, out key) ? key : null;
    }

    /// <summary>Writes every encoding into an answer for scripts.</summary>
    public static void Write(Utf8JsonWriter json, PublicKey key)
    {
        json.WriteString("type", KeyNames.Of(key.Type));
        foreach (var (name, value) in Encodings(key)) json.WriteString(name, value);
        json.WritePropertyName("jwk");
        new JsonWebKey(key).Write(json);
    }

    /// <summary>The lines a person is shown.</summary>
    public static string Describe(PublicKey key) => string.Join(
        Environment.NewLine,
        Encodings(key).Prepend(("type", KeyNames.Of(key.Type))).Append(("jwk", Encoding.UTF8.GetString(new JsonWebKey(key).ToJson())))
            .Select(pair => $"{pair.Item1,-10} {pair.Item2}"));

    private static IEnumerable<(string Name, string Value)> Encodings(PublicKey key)
    {
        yield return ("multikey", key.ToMultikey());
        yield return ("did", DidKey.Create(key).ToString());
        yield return ("base58", Base58.Encode(key.Export()));
        yield return ("hex", Hex.Encode(key.Export()));
        yield return ("thumbprint", new JsonWebKey(key).Thumbprint());
        if (key.Type == KeyType.Ed25519) yield return ("indyDid", DidSov.Create(key).MethodSpecificId);
    }

    private static PublicKey ParseJwk(ReadOnlySpan<byte> json)
    {
        if (!JsonWebKey.TryParsePrivate(json, out var secret)) return JsonWebKey.Parse(json).PublicKey;
        using (secret) return secret.PublicKey;
    }
}

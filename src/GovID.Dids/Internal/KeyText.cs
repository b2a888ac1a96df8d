using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovID.Cryptography.Keys;

namespace GovID.Dids.Internal;

/// <summary>Keys in the texts of did:key and JWK.</summary>
internal static class KeyText
{
    public static string ToMultikey(PublicKey key) => key.ToMultikey();

    /// <summary>Reads a multikey that is written the one canonical way.</summary>
    public static bool TryFromMultikey(string text, [NotNullWhen(true)] out PublicKey? key) =>
        PublicKey.TryParseMultikey(text, out key) && string.Equals(key.ToMultikey(), text, StringComparison.Ordinal);

    public static bool TryFromJwk(JsonElement jwk, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        if (jwk.ValueKind != JsonValueKind.Object || !JsonWebKey.TryParse(CompactJson.ToBytes(jwk), out var read)) return false;
        key = read.PublicKey;
        return true;
    }

    public static void WriteJwk(Utf8JsonWriter writer, PublicKey key) => new JsonWebKey(key).Write(writer);
}

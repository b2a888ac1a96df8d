using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Internal;

/// <summary>The members by which a verification method holds its key, and the curves its type allows.</summary>
internal static class KeyMaterial
{
    private static readonly string[] Members =
        ["publicKeyBase58", "publicKeyMultibase", "publicKeyJwk", "publicKeyHex", "publicKeyPem", "publicKeyBase64", "publicKeyGpg"];

    public static string TypeName(KeyType type, VerificationKeyFormat format) => (format, type) switch
    {
        (VerificationKeyFormat.JsonWebKey2020, _) => "JsonWebKey2020",
        (VerificationKeyFormat.Multikey, _) => "Multikey",
        (VerificationKeyFormat.Suite2020, KeyType.Ed25519) => "Ed25519VerificationKey2020",
        (VerificationKeyFormat.Suite2020, KeyType.X25519) => "X25519KeyAgreementKey2020",
        (VerificationKeyFormat.Suite2020, _) => "Multikey",
        (VerificationKeyFormat.Deployed, KeyType.Ed25519) => "Ed25519VerificationKey2018",
        (VerificationKeyFormat.Deployed, KeyType.X25519) => "X25519KeyAgreementKey2019",
        (VerificationKeyFormat.Deployed, _) => "JsonWebKey2020",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The JSON-LD context that defines a type; null where the first context does.</summary>
    public static string ContextOf(string typeName) => typeName switch
    {
        "JsonWebKey2020" => "https://w3id.org/security/suites/jws-2020/v1",
        "Multikey" => "https://w3id.org/security/multikey/v1",
        "Ed25519VerificationKey2020" => "https://w3id.org/security/suites/ed25519-2020/v1",
        "X25519KeyAgreementKey2020" => "https://w3id.org/security/suites/x25519-2020/v1",
        "Ed25519VerificationKey2018" => "https://w3id.org/security/suites/ed25519-2018/v1",
        "X25519KeyAgreementKey2019" => "https://w3id.org/security/suites/x25519-2019/v1",
        _ => throw new UnreachableException(),
    };

    public static void Write(Utf8JsonWriter writer, PublicKey key, VerificationKeyFormat format)
    {
        switch (TypeName(key.Type, format))
        {
            case "JsonWebKey2020":
                writer.WritePropertyName("publicKeyJwk");
                KeyText.WriteJwk(writer, key);
                break;
            case "Ed25519VerificationKey2018" or "X25519KeyAgreementKey2019":
                writer.WriteString("publicKeyBase58", Base58.Encode(key.Export()));
                break;
            default:
                writer.WriteString("publicKeyMultibase", KeyText.ToMultikey(key));
                break;
        }
    }

    /// <summary>Reads the one key of a method; false for several, none, an unknown type, or a key of another curve than the type's.</summary>
    public static bool TryRead(string typeName, JsonElement method, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        if (TypesOf(typeName) is not { } allowed) return false;
        var present = Members.Where(name => method.TryGetProperty(name, out _)).ToArray();
        if (present.Length != 1) return false;
        return TryReadMember(present[0], method.GetProperty(present[0]), allowed, out key) && allowed.Contains(key.Type);
    }

    private static KeyType[]? TypesOf(string typeName) => typeName switch
    {
        "Ed25519VerificationKey2018" or "Ed25519VerificationKey2020" => [KeyType.Ed25519],
        "X25519KeyAgreementKey2019" or "X25519KeyAgreementKey2020" => [KeyType.X25519],
        "EcdsaSecp256k1VerificationKey2019" or "Secp256k1VerificationKey2018" => [KeyType.Secp256k1],
        "EcdsaSecp256r1VerificationKey2019" or "P256Key2021" => [KeyType.P256],
        "P384Key2021" => [KeyType.P384],
        "P521Key2021" => [KeyType.P521],
        "Multikey" or "JsonWebKey2020" or "JsonWebKey" => Enum.GetValues<KeyType>(),
        _ => null,
    };

    private static bool TryReadMember(string name, JsonElement value, KeyType[] allowed, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        if (name == "publicKeyJwk") return KeyText.TryFromJwk(value, out key);
        if (value.ValueKind != JsonValueKind.String) return false;
        var text = value.GetString()!;
        return name switch
        {
            "publicKeyMultibase" => TryReadMultibase(text, allowed, out key),
            "publicKeyBase58" => TryImport(Base58.TryDecode(text, out var raw) ? raw : null, allowed, out key),
            "publicKeyHex" => TryImport(Hex.TryDecodeLenient(text, out var raw) ? raw : null, allowed, out key),
            _ => false,
        };
    }

    // Old writers put the bare key into publicKeyMultibase, without the code of its type; the method's type then says which it is.
    private static bool TryReadMultibase(string text, KeyType[] allowed, [NotNullWhen(true)] out PublicKey? key) =>
        KeyText.TryFromMultikey(text, out key) || TryImport(Multibase.TryDecode(text, out var raw) ? raw : null, allowed, out key);

    private static bool TryImport(byte[]? raw, KeyType[] allowed, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        return raw is not null && allowed.Length == 1 && PublicKey.TryImport(allowed[0], raw, out key);
    }
}

using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>did:jwk: the DID is a JSON web key (did:jwk specification).</summary>
/// <remarks>A key of a type that is not computed with here, such as RSA, gives a document all the same; only its key cannot be read.</remarks>
public static class DidJwk
{
    /// <summary>The method's name.</summary>
    public const string Method = "jwk";

    private const int MaximumKeyBytes = 8 * 1024;
    private static readonly string[] Secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    private static readonly VerificationRelationship[] Signing =
    [
        VerificationRelationship.Authentication,
        VerificationRelationship.AssertionMethod,
        VerificationRelationship.CapabilityInvocation,
        VerificationRelationship.CapabilityDelegation,
    ];

    /// <summary>The DID of a key.</summary>
    public static Did Create(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var jwk = JsonBuild.Value(writer => KeyText.WriteJwk(writer, key));
        return Did.Parse($"did:{Method}:{Base64Url.Encode(CompactJson.ToBytes(jwk))}");
    }

    /// <summary>The key of a did:jwk.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: another method; <see cref="DidErrorCode.Malformed"/>: not
    /// unpadded base64url of a public JWK; <see cref="DidErrorCode.UnsupportedKey"/>: a JWK of another type.</exception>
    public static PublicKey GetPublicKey(Did did) => KeyText.TryFromJwk(ReadJwk(did), out var key)
        ? key
        : throw new DidException(DidErrorCode.UnsupportedKey, "The JWK of the did:jwk is of a type or curve that is not computed with here.", "did");

    /// <summary>The document of a did:jwk.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/> or <see cref="DidErrorCode.Malformed"/>.</exception>
    public static DidDocument CreateDocument(Did did)
    {
        var jwk = ReadJwk(did);
        var id = $"{did}#0";
        var builder = new DidDocumentBuilder(did)
            .AddContext(KeyMaterial.ContextOf("JsonWebKey2020"))
            .AddMethod(VerificationMethod.FromJson(JsonBuild.Object(writer =>
            {
                writer.WriteString("id", id);
                writer.WriteString("type", "JsonWebKey2020");
                writer.WriteString("controller", did.ToString());
                JsonBuild.WriteMember(writer, "publicKeyJwk", jwk);
            })));
        foreach (var relationship in RelationshipsOf(jwk)) builder.AddReference(relationship, id);
        return builder.BuildUnchecked();
    }

    // "use" narrows the key to signatures or to encryption; without it the curve decides what cannot be done.
    private static IEnumerable<VerificationRelationship> RelationshipsOf(JsonElement jwk)
    {
        var use = JsonRead.OptionalText(jwk, "use");
        var curve = JsonRead.OptionalText(jwk, "crv");
        if (use != "enc" && curve is not ("X25519" or "X448"))
        {
            foreach (var relationship in Signing) yield return relationship;
        }

        if (use != "sig" && curve is not ("Ed25519" or "Ed448" or "secp256k1")) yield return VerificationRelationship.KeyAgreement;
    }

    private static JsonElement ReadJwk(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (did.Method != Method) throw new DidException(DidErrorCode.UnsupportedMethod, $"The DID is of method '{did.Method}', not of did:jwk.", "did");
        if (!Base64Url.TryDecode(did.MethodSpecificId, out var json))
            throw new DidException(DidErrorCode.Malformed, "The did:jwk is not unpadded base64url.", "did");
        var jwk = StrictJson.ParseObject(json, MaximumKeyBytes, "JWK");
        _ = JsonRead.Text(jwk, "kty");
        if (Secrets.FirstOrDefault(name => jwk.TryGetProperty(name, out _)) is { } secret)
            throw new DidException(DidErrorCode.Malformed, $"The JWK of the did:jwk carries the private member '{secret}': treat that key as lost.", secret);
        return jwk;
    }
}

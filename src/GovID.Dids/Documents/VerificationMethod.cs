using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Dids.Internal;

namespace GovID.Dids.Documents;

/// <summary>A key of a DID document, with the name and type it is used under (DID Core 1.0, 5.2).</summary>
/// <remarks>
/// A method whose key is not read here (another type, PEM, a broken text) stays in its document and is written again;
/// it only gives no key.
/// </remarks>
public sealed class VerificationMethod
{
    private VerificationMethod(JsonElement json)
    {
        Json = json;
        Id = JsonRead.Text(json, "id");
        Type = JsonRead.Text(json, "type");
        Controller = JsonRead.OptionalText(json, "controller");
    }

    /// <summary>The id as written: absolute, or relative to the document's subject.</summary>
    public string Id { get; }

    /// <summary>The type: <c>Ed25519VerificationKey2018</c>, <c>JsonWebKey2020</c>, <c>Multikey</c>, …</summary>
    public string Type { get; }

    /// <summary>Who controls the key, as written; null where the document is stored without controllers (did:peer:1, did:peer:4).</summary>
    public string? Controller { get; }

    /// <summary>The method as it was written, members that are not known here included.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a verification method from its JSON.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>: <c>id</c> or <c>type</c> is missing, or a member has a wrong type.</exception>
    public static VerificationMethod FromJson(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? new VerificationMethod(json.Clone())
        : throw JsonRead.Refused("verificationMethod", "a list of objects");

    /// <summary>Writes a key as a verification method.</summary>
    /// <param name="id">The id, absolute or relative.</param>
    /// <param name="controller">The controller's DID; null leaves the member out, as did:peer:1 and did:peer:4 store it.</param>
    /// <param name="key">The key.</param>
    /// <param name="format">How the key is written.</param>
    public static VerificationMethod Create(string id, string? controller, PublicKey key, VerificationKeyFormat format)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(key);
        return new VerificationMethod(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("type", KeyMaterial.TypeName(key.Type, format));
            if (controller is not null) writer.WriteString("controller", controller);
            KeyMaterial.Write(writer, key, format);
        }));
    }

    /// <summary>The method's key.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedKey"/>: the type or encoding is not read here, the key's curve is not
    /// the type's, there are several keys or none, or the key is not valid.</exception>
    public PublicKey GetPublicKey() => TryGetPublicKey(out var key)
        ? key
        : throw new DidException(
            DidErrorCode.UnsupportedKey, $"The verification method '{Excerpt.Of(Id)}' of type '{Excerpt.Of(Type)}' gives no key that is read here.", "verificationMethod");

    /// <summary>The method's key; false for what <see cref="GetPublicKey"/> refuses.</summary>
    public bool TryGetPublicKey([NotNullWhen(true)] out PublicKey? key) => KeyMaterial.TryRead(Type, Json, out key);
}

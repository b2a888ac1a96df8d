using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Credentials;

/// <summary>An issuer's offer to issue a credential of a definition (specification 4.3).</summary>
public sealed record CredentialOffer
{
    /// <summary>The largest offer that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 1_048_576;

    /// <summary>The schema.</summary>
    [JsonPropertyName("schema_id")]
    public required SchemaId SchemaId { get; init; }

    /// <summary>The credential definition.</summary>
    [JsonPropertyName("cred_def_id")]
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>The proof that the definition's key was made as it should be.</summary>
    [JsonPropertyName("key_correctness_proof")]
    public required KeyCorrectnessProof KeyCorrectnessProof { get; init; }

    /// <summary>Binds the request to this offer; used once.</summary>
    [JsonPropertyName("nonce")]
    public required Nonce Nonce { get; init; }

    /// <summary>Of older versions of the format; without meaning.</summary>
    [JsonPropertyName("method_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MethodName { get; init; }

    /// <summary>Reads an offer.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field.
    /// </exception>
    public static CredentialOffer Parse(ReadOnlySpan<byte> utf8) => StrictJson.Parse(utf8, AnonCredsJson.Default.CredentialOffer, MaximumBytes);

    /// <summary>The offer as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.CredentialOffer);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>The public keys with which one issuer signs credentials of one schema (specification 13.2).</summary>
public sealed record CredentialDefinition
{
    /// <summary>The largest definition that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 1_048_576;

    /// <summary>The only signature type.</summary>
    public const string SignatureType = "CL";

    /// <summary>The schema of the credentials.</summary>
    [JsonPropertyName("schemaId")]
    public required SchemaId SchemaId { get; init; }

    /// <summary>Always <c>CL</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>Tells several definitions of one issuer and schema apart.</summary>
    [JsonPropertyName("tag")]
    public required string Tag { get; init; }

    /// <summary>The keys.</summary>
    [JsonPropertyName("value")]
    public required CredentialDefinitionKeys Value { get; init; }

    /// <summary>The issuer.</summary>
    [JsonPropertyName("issuerId")]
    public required IssuerId IssuerId { get; init; }

    /// <summary>Whether credentials of the definition can be revoked.</summary>
    [JsonIgnore]
    public bool SupportsRevocation => Value.Revocation is not null;

    /// <summary>Reads a definition and checks the form of its keys (3.2), not yet their correctness proof.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/>, <see cref="AnonCredsErrorCode.Invalid"/> or
    /// <see cref="AnonCredsErrorCode.InvalidKey"/>, with the field.
    /// </exception>
    public static CredentialDefinition Parse(ReadOnlySpan<byte> utf8)
    {
        var read = StrictJson.Parse(utf8, AnonCredsJson.Default.CredentialDefinition, MaximumBytes);
        if (read.Type != SignatureType)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, "A credential definition is of type CL.", "$.type");
        var definition = read with { Value = read.Value with { Primary = read.Value.Primary.Modernized() } };
        PublicKeyCheck.Require(definition.Value.Primary);
        return definition;
    }

    /// <summary>The definition as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.CredentialDefinition);
}

/// <summary>The keys of a definition.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CredentialDefinitionKeys
{
    /// <summary>For attributes.</summary>
    [JsonPropertyName("primary")]
    public required PrimaryPublicKey Primary { get; init; }

    /// <summary>For revocation; null when credentials cannot be revoked.</summary>
    [JsonPropertyName("revocation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RevocationPublicKey? Revocation { get; init; }
}

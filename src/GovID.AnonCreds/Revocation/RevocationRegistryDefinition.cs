using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Revocation;

/// <summary>The public part of a revocation registry (specification 10.5).</summary>
public sealed record RevocationRegistryDefinition
{
    /// <summary>The largest definition that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 65_536;

    /// <summary>The only kind.</summary>
    public const string RegistryType = "CL_ACCUM";

    /// <summary>The issuer; equals that of the credential definition.</summary>
    [JsonPropertyName("issuerId")]
    public required IssuerId IssuerId { get; init; }

    /// <summary>Always <c>CL_ACCUM</c>.</summary>
    [JsonPropertyName("revocDefType")]
    public required string Type { get; init; }

    /// <summary>Tells several registries of one definition apart.</summary>
    [JsonPropertyName("tag")]
    public required string Tag { get; init; }

    /// <summary>The credential definition whose credentials the registry covers.</summary>
    [JsonPropertyName("credDefId")]
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>Size, key and tails.</summary>
    [JsonPropertyName("value")]
    public required RevocationRegistryValue Value { get; init; }

    /// <summary>Reads and checks a definition.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static RevocationRegistryDefinition Parse(ReadOnlySpan<byte> utf8)
    {
        var definition = StrictJson.Parse(utf8, AnonCredsJson.Default.RevocationRegistryDefinition, MaximumBytes);
        definition.Validate();
        return definition;
    }

    /// <summary>The definition as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.RevocationRegistryDefinition);

    /// <summary>Checks the rules that hold between members.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field.</exception>
    public void Validate()
    {
        if (Type != RegistryType)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, "A revocation registry is of type CL_ACCUM.", "$.revocDefType");
        if (Value.MaximumCredentials is < RevocationRegistryValue.Smallest or > RevocationRegistryValue.Largest)
        {
            throw new AnonCredsException(
                AnonCredsErrorCode.Invalid,
                $"A revocation registry has {RevocationRegistryValue.Smallest} to {RevocationRegistryValue.Largest} places.",
                "$.value.maxCredNum");
        }
    }
}

/// <summary>Size, key and tails of a registry.</summary>
public sealed record RevocationRegistryValue
{
    /// <summary>The smallest registry: one index that can be used.</summary>
    public const int Smallest = 2;

    /// <summary>The largest registry.</summary>
    public const int Largest = 1_000_000;

    /// <summary>L: indices 1 to L − 1 can be used.</summary>
    [JsonPropertyName("maxCredNum")]
    public required int MaximumCredentials { get; init; }

    /// <summary>The accumulator's key.</summary>
    [JsonPropertyName("publicKeys")]
    public required RevocationRegistryKeys PublicKeys { get; init; }

    /// <summary>Base58 of the SHA-256 of the whole tails file.</summary>
    [JsonPropertyName("tailsHash")]
    public required string TailsHash { get; init; }

    /// <summary>Where the tails file is: a URL or a path.</summary>
    [JsonPropertyName("tailsLocation")]
    public required string TailsLocation { get; init; }
}

/// <summary>The keys of a registry.</summary>
/// <param name="AccumulatorKey">The accumulator's key.</param>
public sealed record RevocationRegistryKeys([property: JsonPropertyName("accumKey"), JsonRequired] AccumulatorKey AccumulatorKey);

/// <summary>The accumulator's key.</summary>
/// <param name="Z">e(g, g')^(gamma^(L+1)).</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AccumulatorKey([property: JsonPropertyName("z"), JsonRequired] Gt Z);

using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Presentations;

/// <summary>Names the public objects behind one sub-proof (specification 9.3).</summary>
public sealed record CredentialIdentifiers
{
    /// <summary>The schema.</summary>
    [JsonPropertyName("schema_id")]
    public required SchemaId SchemaId { get; init; }

    /// <summary>The credential definition.</summary>
    [JsonPropertyName("cred_def_id")]
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>The revocation registry, when the credential has one.</summary>
    [JsonPropertyName("rev_reg_id")]
    public RevocationRegistryId? RevocationRegistryId { get; init; }

    /// <summary>The time of the status list that non-revocation is proved against, in seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    public ulong? Timestamp { get; init; }
}

using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Presentations;

/// <summary>The public objects that a verifier has at hand for one presentation, by the identifiers it knows them under.</summary>
public sealed record VerificationObjects
{
    /// <summary>Schemas.</summary>
    public required IReadOnlyDictionary<SchemaId, Schema> Schemas { get; init; }

    /// <summary>Credential definitions.</summary>
    public required IReadOnlyDictionary<CredentialDefinitionId, CredentialDefinition> CredentialDefinitions { get; init; }

    /// <summary>Revocation registry definitions.</summary>
    public IReadOnlyDictionary<RevocationRegistryId, RevocationRegistryDefinition> Registries { get; init; } =
        new Dictionary<RevocationRegistryId, RevocationRegistryDefinition>();

    /// <summary>Status lists, each found by its registry and exact time.</summary>
    public IReadOnlyList<RevocationStatusList> StatusLists { get; init; } = [];

    /// <summary>
    /// Earlier beginnings of intervals that the verifier accepts, by registry and the exact beginning asked for (specification 9.6).
    /// </summary>
    public IReadOnlyDictionary<(RevocationRegistryId Registry, ulong RequestedFrom), ulong> IntervalOverrides { get; init; } =
        new Dictionary<(RevocationRegistryId Registry, ulong RequestedFrom), ulong>();
}

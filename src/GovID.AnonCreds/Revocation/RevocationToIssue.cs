using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Revocation;

/// <summary>The place in a registry that a credential gets (specification 10.6).</summary>
public sealed record RevocationToIssue
{
    /// <summary>The identifier of the registry.</summary>
    public required RevocationRegistryId RegistryId { get; init; }

    /// <summary>The registry.</summary>
    public required RevocationRegistryDefinition Registry { get; init; }

    /// <summary>Its private key.</summary>
    public required RevocationRegistryPrivate Private { get; init; }

    /// <summary>
    /// The newest status list. Where the bit of the place is 1, as in a registry issued on demand, the next list must issue the place, or the holder
    /// can prove nothing.
    /// </summary>
    public required RevocationStatusList StatusList { get; init; }

    /// <summary>The place; spent by issuing, even if issuing fails halfway.</summary>
    public required ReservedIndex Index { get; init; }
}

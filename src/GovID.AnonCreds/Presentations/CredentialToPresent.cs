using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Presentations;

/// <summary>One credential that a holder presents, and which referents of the request it answers (specification 9.4).</summary>
public sealed record CredentialToPresent
{
    /// <summary>The credential.</summary>
    public required HeldCredential Credential { get; init; }

    /// <summary>Its schema.</summary>
    public required Schema Schema { get; init; }

    /// <summary>Its credential definition.</summary>
    public required CredentialDefinition Definition { get; init; }

    /// <summary>Attribute referents, and whether the value is shown. A group can only be shown.</summary>
    public IReadOnlyDictionary<string, bool> Attributes { get; init; } = new Dictionary<string, bool>();

    /// <summary>Predicate referents.</summary>
    public IReadOnlySet<string> Predicates { get; init; } = new HashSet<string>();

    /// <summary>What proves that it is not revoked; needed where the request has an interval and the credential can be revoked.</summary>
    public NonRevocationEvidence? NonRevocation { get; init; }
}

/// <summary>A registry, and the holder's state at one of its status lists.</summary>
/// <param name="Registry">The registry definition.</param>
/// <param name="State">The state, whose accumulator and time are those of the list.</param>
public sealed record NonRevocationEvidence(RevocationRegistryDefinition Registry, RevocationState State);

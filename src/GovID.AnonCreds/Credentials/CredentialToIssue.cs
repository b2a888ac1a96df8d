using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Credentials;

/// <summary>Everything that goes into a credential (specification 6).</summary>
public sealed record CredentialToIssue
{
    /// <summary>The definition.</summary>
    public required CredentialDefinition Definition { get; init; }

    /// <summary>Its private keys.</summary>
    public required CredentialDefinitionPrivate Private { get; init; }

    /// <summary>The offer that the request answers. Its nonce must not have been used before, which only the caller can know.</summary>
    public required CredentialOffer Offer { get; init; }

    /// <summary>The holder's request.</summary>
    public required CredentialRequest Request { get; init; }

    /// <summary>The raw values by attribute name, spelled as they shall be shown: exactly those of the schema.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The place in a revocation registry; null for a credential that cannot be revoked.</summary>
    public RevocationToIssue? Revocation { get; init; }
}

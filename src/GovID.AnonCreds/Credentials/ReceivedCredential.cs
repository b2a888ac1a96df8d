using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Credentials;

/// <summary>A credential that came from an issuer, with everything that it is verified against (specification 6.5).</summary>
public sealed record ReceivedCredential
{
    /// <summary>What the issuer sent.</summary>
    public required IssuedCredential Credential { get; init; }

    /// <summary>What was kept of the request.</summary>
    public required CredentialRequestMetadata Metadata { get; init; }

    /// <summary>The link secret of the request.</summary>
    public required LinkSecret LinkSecret { get; init; }

    /// <summary>The credential definition, from where it is published.</summary>
    public required CredentialDefinition Definition { get; init; }

    /// <summary>The revocation registry definition; needed exactly where the credential names one.</summary>
    public RevocationRegistryDefinition? Registry { get; init; }

    /// <summary>
    /// The request itself. With it the credential context is checked too, so that an issuer cannot mark a holder by one of its own; leave it out
    /// only where it was not kept.
    /// </summary>
    public CredentialRequest? Request { get; init; }
}

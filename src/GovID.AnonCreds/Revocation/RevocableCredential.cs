using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;

namespace GovID.AnonCreds.Revocation;

/// <summary>A held credential with what its witness is computed from (specification 10.7).</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Definition">Its credential definition.</param>
/// <param name="Registry">Its registry.</param>
/// <param name="Tails">The tails of the registry, verified when they arrived.</param>
public sealed record RevocableCredential(
    HeldCredential Credential, CredentialDefinition Definition, RevocationRegistryDefinition Registry, TailsFile Tails);

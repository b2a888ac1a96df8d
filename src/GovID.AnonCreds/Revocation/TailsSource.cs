using GovID.AnonCreds.CredentialDefinitions;

namespace GovID.AnonCreds.Revocation;

/// <summary>What a tails file is made of (specification 10.5).</summary>
/// <param name="Key">The revocation key of the credential definition.</param>
/// <param name="Private">The private key of the registry.</param>
/// <param name="Places">L, the size of the registry.</param>
public sealed record TailsSource(RevocationPublicKey Key, RevocationRegistryPrivate Private, int Places);

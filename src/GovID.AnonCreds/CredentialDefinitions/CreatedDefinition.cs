namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>A new credential definition with its private keys and the proof that goes into every offer.</summary>
/// <param name="Definition">To be published.</param>
/// <param name="Private">To be kept; dispose of it when it is stored.</param>
/// <param name="KeyCorrectnessProof">For offers.</param>
public sealed record CreatedDefinition(
    CredentialDefinition Definition, CredentialDefinitionPrivate Private, KeyCorrectnessProof KeyCorrectnessProof);

using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Presentations;

/// <summary>A credential that a holder could present.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Definition">Its credential definition.</param>
public sealed record CandidateCredential(HeldCredential Credential, Schema Schema, CredentialDefinition Definition);

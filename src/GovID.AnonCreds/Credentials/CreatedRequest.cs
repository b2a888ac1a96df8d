namespace GovID.AnonCreds.Credentials;

/// <summary>A request to send, and what the holder keeps to itself until the credential comes.</summary>
/// <param name="Request">To the issuer.</param>
/// <param name="Metadata">Private; dispose of it after processing.</param>
public sealed record CreatedRequest(CredentialRequest Request, CredentialRequestMetadata Metadata);

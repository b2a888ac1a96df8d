namespace GovID.AnonCreds.Revocation;

/// <summary>A new registry.</summary>
/// <param name="Definition">To be published.</param>
/// <param name="Private">To be kept; dispose of it when it is stored.</param>
/// <param name="StatusList">The first status list, with nothing revoked; to be published.</param>
public sealed record CreatedRegistry(RevocationRegistryDefinition Definition, RevocationRegistryPrivate Private, RevocationStatusList StatusList);

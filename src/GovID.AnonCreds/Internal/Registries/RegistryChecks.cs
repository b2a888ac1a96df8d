using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Whether the objects of a registry belong together (specification 10.5, 13.9).</summary>
internal static class RegistryChecks
{
    /// <summary>The key of a definition whose credentials can be revoked.</summary>
    public static RevocationPublicKey Key(CredentialDefinition definition) =>
        definition.Value.Revocation
        ?? throw new AnonCredsException(AnonCredsErrorCode.Invalid, "Credentials of this definition cannot be revoked.", "$.value.revocation");

    public static void RequireSize(int places) => Require(
        places is >= RevocationRegistryValue.Smallest and <= RevocationRegistryValue.Largest,
        "value.maxCredNum",
        $"a registry has {RevocationRegistryValue.Smallest} to {RevocationRegistryValue.Largest} places");

    public static void RequireOwner(RevocationRegistryDefinition registry, CredentialDefinitionId id, CredentialDefinition definition)
    {
        Require(registry.CredentialDefinitionId == id, "credDefId", "the registry is of another credential definition");
        Require(registry.IssuerId == definition.IssuerId, "issuerId", "the registry is of another issuer than the credential definition");
    }

    public static void RequireList(RevocationRegistryDefinition registry, RevocationStatusList list)
    {
        Require(list.Revoked.Count == registry.Value.MaximumCredentials, "revocationList", "the status list is not as long as the registry");
        Require(list.IssuerId == registry.IssuerId, "issuerId", "the status list is of another issuer than the registry");
        Require(list.Accumulator is not null, "currentAccumulator", "the status list has no accumulator");
    }

    public static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The registry is refused at {field}: {fix}.", $"$.{field}");
    }
}

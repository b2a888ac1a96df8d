using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Makes a registry: gamma, z, the tails file and the first status list (specification 10.5).</summary>
internal static class RegistryCreation
{
    public static CreatedRegistry Create(
        CredentialDefinitionId id, CredentialDefinition definition, RegistryOptions options, CancellationToken cancellationToken)
    {
        var key = RegistryChecks.Key(definition);
        RegistryChecks.RequireSize(options.MaximumCredentials);
        RegistryChecks.Require(
            options.IssuanceByDefault, "issuanceType", "registries issued on demand are not created here; issue by default and revoke what is not used");
        var secret = new RevocationRegistryPrivate(Scalar.Random());
        try
        {
            var source = new TailsSource(key, secret, options.MaximumCredentials);
            var hash = TailsFile.Create(options.TailsPath, source, options.Progress, cancellationToken);
            return Describe(id, definition, options, secret, hash);
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    private static CreatedRegistry Describe(
        CredentialDefinitionId id, CredentialDefinition definition, RegistryOptions options, RevocationRegistryPrivate secret, string hash)
    {
        var key = definition.Value.Revocation!;
        var places = options.MaximumCredentials;
        var registry = new RevocationRegistryDefinition
        {
            IssuerId = definition.IssuerId,
            Type = RevocationRegistryDefinition.RegistryType,
            Tag = options.Tag,
            CredentialDefinitionId = id,
            Value = new RevocationRegistryValue
            {
                MaximumCredentials = places,
                PublicKeys = new RevocationRegistryKeys(new AccumulatorKey(RegistryArithmetic.Z(key, secret.Gamma, places))),
                TailsHash = hash,
                TailsLocation = options.TailsLocation?.Invoke(hash) ?? options.TailsPath,
            },
        };
        var list = new RevocationStatusList
        {
            RegistryId = options.Id,
            IssuerId = definition.IssuerId,
            Revoked = new bool[places],
            Accumulator = RegistryArithmetic.InitialAccumulator(key, secret.Gamma, places),
            Timestamp = options.Timestamp,
        };
        return new CreatedRegistry(registry, secret, list);
    }
}

using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Makes a status list of the one before it (specification 10.5).</summary>
internal static class StatusListUpdate
{
    public static RevocationStatusList Apply(
        RevocationPublicKey key, RevocationRegistryDefinition registry, RevocationRegistryPrivate secret, RevocationStatusList list, StatusListChange change)
    {
        RegistryChecks.RequireList(registry, list);
        var gamma = secret.Gamma;
        if (RegistryArithmetic.Z(key, gamma, registry.Value.MaximumCredentials) != registry.Value.PublicKeys.AccumulatorKey.Z)
            throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, "The private key is of another registry.", "$.value.gamma");
        RequireInside(change.Issued, list.Revoked.Count);
        RequireInside(change.Revoked, list.Revoked.Count);
        var issued = change.Issued.Where(index => list.Revoked[index]).ToList();
        var revoked = change.Revoked.Where(index => !list.Revoked[index]).ToList();
        bool[] bits = [.. list.Revoked];
        issued.ForEach(index => bits[index] = false);
        revoked.ForEach(index => bits[index] = true);
        return list with
        {
            Revoked = bits,
            Accumulator = RegistryArithmetic.Update(key, gamma, list, issued, revoked),
            Timestamp = change.Timestamp ?? list.Timestamp,
        };
    }

    private static void RequireInside(IEnumerable<int> indices, int places)
    {
        foreach (var index in indices)
            RegistryChecks.Require(index >= 1 && index < places, "index", $"index {index} is none of 1 to {places - 1}");
    }
}

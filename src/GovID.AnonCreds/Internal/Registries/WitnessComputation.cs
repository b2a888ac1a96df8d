using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Computes a holder's witness and checks it before it is handed out (specification 10.7).</summary>
internal sealed class WitnessComputation
{
    private readonly RevocableCredential _credential;
    private readonly NonRevocationSignature _signature;

    public WitnessComputation(RevocableCredential credential)
    {
        _credential = credential;
        var content = credential.Credential.Content;
        _signature = content.Signature.NonRevocation
            ?? throw new AnonCredsException(AnonCredsErrorCode.Invalid, "The credential has no place in a registry.", "$.signature.r_credential");
        RegistryChecks.Key(credential.Definition);
        RegistryChecks.RequireOwner(credential.Registry, content.CredentialDefinitionId, credential.Definition);
        var places = credential.Registry.Value.MaximumCredentials;
        RegistryChecks.Require(_signature.Index >= 1 && _signature.Index < places, "maxCredNum", "the registry has no place of the credential's index");
        if (credential.Tails.Places != places)
            throw TailsVerification.Refused("it is of a registry of another size");
    }

    public RevocationState FromScratch(RevocationStatusList list)
    {
        RequireList(list);
        var sum = new G2Sum();
        var omega = PointOf(sum, () => WitnessArithmetic.AddMembers(sum, _credential.Tails, list.Revoked, _signature.Index));
        if (!Fits(omega, list))
        {
            // The kind of a registry is not told; one issued on demand does not count the last place.
            omega = PointOf(sum, () => WitnessArithmetic.RemoveLast(sum, _credential.Tails, _signature.Index));
        }

        return StateOf(omega, list);
    }

    public RevocationState AsIssued(RevocationStatusList list)
    {
        RequireList(list);
        return StateOf(_credential.Credential.Content.Witness!.Omega, list);
    }

    public RevocationState Update(RevocationState state, RevocationStatusList from, RevocationStatusList to)
    {
        RequireOwnList(from);
        RequireList(to);
        RegistryChecks.Require(
            state.Registry.Accumulator == from.Accumulator && state.Timestamp == from.Timestamp, "timestamp", "the state is not that of the first list");
        var sum = new G2Sum();
        sum.Add(state.Witness.Omega);
        return StateOf(PointOf(sum, () => WitnessArithmetic.AddDifference(sum, _credential.Tails, (from.Revoked, to.Revoked), _signature.Index)), to);
    }

    /// <summary>A list of this registry in which the credential is not revoked.</summary>
    private void RequireList(RevocationStatusList list)
    {
        RequireOwnList(list);
        if (list.Revoked[_signature.Index])
            throw new AnonCredsException(AnonCredsErrorCode.Revoked, "The credential is revoked in this status list.", "$.revocationList");
    }

    private void RequireOwnList(RevocationStatusList list)
    {
        RegistryChecks.RequireList(_credential.Registry, list);
        var id = _credential.Credential.Content.RevocationRegistryId;
        RegistryChecks.Require(list.RegistryId is null || list.RegistryId == id, "revRegDefId", "the status list is of another registry than the credential");
        RegistryChecks.Require(list.Timestamp is > 0, "timestamp", "the status list has no time");
    }

    /// <summary>The sum, which is a point of the group when every tail was.</summary>
    private static G2Point PointOf(G2Sum sum, Action add)
    {
        try
        {
            add();
            return sum.ToPoint();
        }
        catch (CryptoException broken)
        {
            throw TailsVerification.Refused("a tail is no point of the group", broken);
        }
    }

    /// <summary>(1) e(g_i, acc) · e(−g, omega) = z. There is one omega in the group for which it holds, whatever the tails were.</summary>
    private bool Fits(G2Point omega, RevocationStatusList list) => NonRevocationCheck.FitsWitness(
        _credential.Definition.Value.Revocation!, _signature, omega, list.Accumulator!, _credential.Registry.Value.PublicKeys.AccumulatorKey.Z);

    private RevocationState StateOf(G2Point omega, RevocationStatusList list)
    {
        if (!Fits(omega, list))
        {
            throw new AnonCredsException(
                AnonCredsErrorCode.Invalid,
                "The witness does not fit the accumulator: fetch registry definition, tails and status list again.",
                "$.currentAccumulator");
        }

        return new RevocationState
        {
            Witness = new Witness(omega),
            Registry = new RevocationRegistryState(list.Accumulator!),
            Timestamp = list.Timestamp!.Value,
        };
    }
}

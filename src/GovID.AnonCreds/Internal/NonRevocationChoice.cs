using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal;

/// <summary>Whether non-revocation has to be proved, and can be (specification 9.4, 9.6).</summary>
internal static class NonRevocationChoice
{
    /// <summary>Checks the evidence; where no interval applies it is left out, so that it tells nobody anything.</summary>
    public static CredentialToPresent Apply(PresentationRequest request, CredentialToPresent credential)
    {
        Check(request, credential);
        return credential.NonRevocation is null || IsAsked(request, credential) ? credential : credential with { NonRevocation = null };
    }

    private static void Check(PresentationRequest request, CredentialToPresent credential)
    {
        var content = credential.Credential.Content;
        var revocable = credential.Definition.SupportsRevocation && content.Signature.NonRevocation is not null;
        if (credential.NonRevocation is not { } evidence)
        {
            if (revocable && IsAsked(request, credential))
                throw Refuse("give the registry and a state at a status list inside the interval");
            return;
        }

        if (!revocable || content.RevocationRegistryId is null)
            throw Refuse("the credential cannot be revoked; leave the state out");
        if (evidence.Registry.CredentialDefinitionId != content.CredentialDefinitionId)
            throw Refuse("the registry is of another credential definition");
        var z = evidence.Registry.Value.PublicKeys.AccumulatorKey.Z;
        var state = evidence.State;
        if (!NonRevocationCheck.FitsWitness(
            credential.Definition.Value.Revocation!, content.Signature.NonRevocation!, state.Witness.Omega, state.Registry.Accumulator, z))
        {
            throw new AnonCredsException(
                AnonCredsErrorCode.Revoked, "The credential is revoked in the chosen status list, or the state is of another list.", "$.non_revoked");
        }
    }

    private static bool IsAsked(PresentationRequest request, CredentialToPresent credential) =>
        request.NonRevoked is not null
        || credential.Attributes.Keys.Any(referent => request.RequestedAttributes[referent].NonRevoked is not null)
        || credential.Predicates.Any(referent => request.RequestedPredicates[referent].NonRevoked is not null);

    private static AnonCredsException Refuse(string fix) =>
        new(AnonCredsErrorCode.Invalid, $"The choice is refused at non_revoked: {fix}.", "$.non_revoked");
}

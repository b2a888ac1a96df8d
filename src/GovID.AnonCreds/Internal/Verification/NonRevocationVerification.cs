using System.Numerics;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>The verifier's side of a non-revocation proof (specification 10.8): recomputes tau 1 to 8.</summary>
internal static class NonRevocationVerification
{
    /// <summary>Appends the eight values of a sub-proof; nothing when it has no such part.</summary>
    public static void AppendTaus(Transcript transcript, SubProofView view, BigInteger challenge)
    {
        if (view is not { Proof.NonRevocation: { } proof, Revocation: { } revocation })
            return;
        var key = view.Definition.Value.Revocation!;
        var inputs = new NonRevocationTaus(
            key, revocation.List.Accumulator!, proof.Commitments, proof.Responses, Reduce(view.Proof.Primary.Equality.M2));
        foreach (var tau in inputs.Verified(revocation.Registry.Value.PublicKeys.AccumulatorKey.Z, Reduce(challenge)))
            transcript.Append(tau);
    }

    private static Scalar Reduce(BigInteger value) => Scalar.Reduce(value.ToByteArray(isUnsigned: true, isBigEndian: true));
}

using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>What a holder checks of a place in a registry that it receives (specification 10.7).</summary>
internal static class NonRevocationCheck
{
    /// <summary>Checks a completed non-revocation signature and its witness.</summary>
    /// <returns>Null when all holds, else what is wrong.</returns>
    public static string? Check(Credential credential, CredentialDefinition definition, RevocationRegistryDefinition registry)
    {
        var key = definition.Value.Revocation!;
        var signature = credential.Signature.NonRevocation!;
        if (signature.Index < 1 || signature.Index >= registry.Value.MaximumCredentials)
            return "the index is none of the registry";
        if (signature.M2 != Reduce(credential.Signature.Primary.M2))
            return "m2 is another credential context";
        if (signature.WitnessSignature.GI != signature.GI)
            return "the two g_i differ";
        if (!FitsWitness(key, signature, credential.Witness!.Omega, credential.RevocationRegistry!.Accumulator, registry.Value.PublicKeys.AccumulatorKey.Z))
            return "the witness does not fit the accumulator";
        return CheckSignature(key, signature);
    }

    /// <summary>(1) e(g_i, acc) · e(−g, omega) = z: holds exactly when the index is in the accumulator.</summary>
    public static bool FitsWitness(RevocationPublicKey key, NonRevocationSignature signature, G2Point omega, G2Point accumulator, Gt z) =>
        Pairing.Product((signature.GI, accumulator), (-key.G, omega)) == z;

    private static string? CheckSignature(RevocationPublicKey key, NonRevocationSignature signature)
    {
        // (2) e(pk + g_i, sigma_i) · e(−g, g') = 1
        if (!Pairing.IsProductOne((key.Pk + signature.GI, signature.WitnessSignature.SigmaI), (-key.G, key.GDash)))
            return "the witness signature does not hold";

        // (3) e(sigma, y + h^·c) · e(−(h0 + h1·m2 + h2·vr + g_i), h^) = 1
        var signed = key.H0 + (key.H1 * signature.M2) + (key.H2 * signature.VrPrimePrime) + signature.GI;
        if (!Pairing.IsProductOne((signature.Sigma, key.Y + (key.HCap * signature.C)), (-signed, key.HCap)))
            return "the signature does not hold";

        // e(g, u_i) = e(g_i, u)
        return Pairing.IsProductOne((key.G, signature.WitnessSignature.UI), (-signature.GI, key.U)) ? null : "u_i is of another index";
    }

    private static Scalar Reduce(BigInteger value) => Scalar.Reduce(BigNumber.ToBigEndian(value));
}

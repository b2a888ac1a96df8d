using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>What a holder checks of a signature it receives (specification 6.5).</summary>
internal static class SignatureVerification
{
    /// <summary>Verifies a completed signature, with v = v' + v'', and the proof that came with it.</summary>
    /// <returns>Null when all holds, else what is wrong.</returns>
    public static string? Check(
        PreparedKey key, Credential credential, IReadOnlyDictionary<string, BigInteger> values, SecretNumber linkSecret, BigInteger requestNonce)
    {
        var signature = credential.Signature.Primary;
        if (!Sizes.IsSignatureExponent(signature.E) || !Primes.IsProbablePrime(signature.E))
            return "signature.p_credential.e is no prime of the range";
        if (!key.IsUnit(signature.A))
            return "signature.p_credential.a is no unit modulo n";

        // Q = Z / (S^v · Rctxt^m2 · Π R[a]^value(a) · R[master_secret]^ls), A^e = Q
        var hidden = key.Context.MultiPowSecret(key.RSecret(AttributeName.LinkSecret, linkSecret));
        List<PowerTerm> terms = [key.S(signature.V), key.Rctxt(signature.M2), new PowerTerm(hidden, BigInteger.One)];
        terms.AddRange(values.Select(pair => key.R(pair.Key, pair.Value)));
        var q = key.Context.Multiply(key.Key.Z, key.Context.Inverse(key.Context.MultiPow([.. terms])));
        if (key.Context.Pow(signature.A, signature.E) != q)
            return "the signature does not fit the values and the link secret";
        return CheckProof(key, credential, q, requestNonce);
    }

    // A^ = A^(c + se·e) = A^c · Q^se, since A^e = Q; c = H(Q, A, A^, n1)
    private static string? CheckProof(PreparedKey key, Credential credential, BigInteger q, BigInteger requestNonce)
    {
        var signature = credential.Signature.Primary;
        var proof = credential.SignatureCorrectnessProof;
        if (!Sizes.IsBelow(proof.Challenge, Sizes.Challenge) || !Sizes.IsBelow(proof.Response, Sizes.MaximumModulus))
            return "signature_correctness_proof is out of range";
        var aHat = key.Context.MultiPow(new PowerTerm(signature.A, proof.Challenge), new PowerTerm(q, proof.Response));
        return new Transcript().Append(q).Append(signature.A).Append(aHat).Append(requestNonce).Challenge() == proof.Challenge
            ? null
            : "signature_correctness_proof does not hold";
    }
}

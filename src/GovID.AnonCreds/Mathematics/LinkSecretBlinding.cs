using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>Blinding the link secret, and the proof of it (specification 4.4, 4.5, 4.7).</summary>
internal static class LinkSecretBlinding
{
    private const int VResponseBits = 2600;
    private const int MResponseBits = 600;

    /// <summary>U = S^v' · R[master_secret]^ls.</summary>
    public static BigInteger Blind(PreparedKey key, SecretNumber vPrime, SecretNumber linkSecret) =>
        key.Context.MultiPowSecret(key.SSecret(vPrime), key.RSecret(AttributeName.LinkSecret, linkSecret));

    public static LinkSecretProof Prove(PreparedKey key, BigInteger u, SecretNumber vPrime, SecretNumber linkSecret, BigInteger offerNonce)
    {
        using var vTilde = SecretNumber.Random(Sizes.RequestVTilde);
        using var mTilde = SecretNumber.Random(Sizes.RequestMTilde);
        var uTilde = key.Context.MultiPowSecret(key.SSecret(vTilde), key.RSecret(AttributeName.LinkSecret, mTilde));
        var challenge = new Transcript().Append(u).Append(uTilde).Append(offerNonce).Challenge();
        return new LinkSecretProof
        {
            Challenge = challenge,
            VResponse = SecretArithmetic.Respond(challenge, vPrime, vTilde),
            MResponses = new Dictionary<string, BigInteger> { [AttributeName.LinkSecret] = SecretArithmetic.Respond(challenge, linkSecret, mTilde) },
            RResponses = new Dictionary<string, BigInteger>(),
        };
    }

    /// <summary>Verifies the proof.</summary>
    /// <returns>Null when it holds, else what is wrong.</returns>
    public static string? Check(PreparedKey key, BlindedLinkSecret blinded, LinkSecretProof proof, BigInteger offerNonce)
    {
        if (!key.IsUnit(blinded.U))
            return "blinded_ms.u is no unit modulo n";
        var m = proof.MResponses[AttributeName.LinkSecret];
        if (!Sizes.IsBelow(proof.Challenge, Sizes.Challenge) || !Sizes.IsBelow(proof.VResponse, VResponseBits) || !Sizes.IsBelow(m, MResponseBits))
            return "a number of the proof is out of range";

        // U^ = U^(−c) · S^v_dash_cap · R[master_secret]^m_cap
        var uHat = key.Context.MultiPow(
            new PowerTerm(blinded.U, -proof.Challenge), key.S(proof.VResponse), key.R(AttributeName.LinkSecret, m));
        return new Transcript().Append(blinded.U).Append(uHat).Append(offerNonce).Challenge() == proof.Challenge
            ? null
            : "the challenge is another one";
    }
}

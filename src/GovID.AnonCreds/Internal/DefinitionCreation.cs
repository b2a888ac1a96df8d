using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>Makes the keys of a credential definition (specification 3.1, 3.2, 10.5).</summary>
internal static class DefinitionCreation
{
    private const int MinimumDistanceBits = 960;

    /// <summary>Finds two safe primes that are far apart; returns their halves.</summary>
    public static PrimaryPrivateKey CreatePrimes(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var first = SafePrimes.Generate(Sizes.Prime, progress, cancellationToken: cancellationToken);
            using var second = SafePrimes.Generate(Sizes.Prime, progress, cancellationToken: cancellationToken);
            using var distance = first.Subtract(second);
            if (BigInteger.Abs(distance.Reveal()).GetBitLength() > MinimumDistanceBits)
                return new PrimaryPrivateKey { P = Half(first), Q = Half(second) };
        }
    }

    /// <summary>Makes the public key of the primes, and the proof that it was made as it should be.</summary>
    public static (PrimaryPublicKey Key, KeyCorrectnessProof Proof) CreateKey(PrimaryPrivateKey primes, IEnumerable<string> attributes)
    {
        using var group = new IssuerGroup(primes.P, primes.Q);
        var s = group.RandomGenerator();
        string[] names = [AttributeName.LinkSecret, .. attributes];
        using var xz = group.RandomExponent();
        var xr = names.Select(_ => group.RandomExponent()).ToArray();
        using var context = group.RandomExponent();
        var key = new PrimaryPublicKey
        {
            N = group.N,
            S = s,
            R = names.Zip(xr).ToDictionary(pair => pair.First, pair => group.Pow(s, pair.Second), StringComparer.Ordinal),
            Rctxt = group.Pow(s, context),
            Z = group.Pow(s, xz),
        };
        var proof = Prove(group, key, xz, names.Zip(xr));
        foreach (var exponent in xr)
            exponent.Dispose();
        return (key, proof);
    }

    public static (RevocationPublicKey Key, RevocationPrivateKey Private) CreateRevocationKey()
    {
        Scalar x = Scalar.Random(), sk = Scalar.Random();
        G1Point g = G1Point.Random(), h = G1Point.Random(), h0 = G1Point.Random(), h1 = G1Point.Random(), h2 = G1Point.Random();
        G2Point hCap = G2Point.Random(), u = G2Point.Random(), gDash = G2Point.Random();
        var key = new RevocationPublicKey(g, gDash, h, h0, h1, h2, G1Point.Random(), hCap, u, g * sk, hCap * x);
        return (key, new RevocationPrivateKey { X = x, Sk = sk });
    }

    // c = H(Z, R[a]…, Z~, R~[a]…), xz_cap = c·xz + xz~, xr_cap = c·xr + xr~
    private static KeyCorrectnessProof Prove(
        IssuerGroup group, PrimaryPublicKey key, SecretNumber xz, IEnumerable<(string Name, SecretNumber Exponent)> bases)
    {
        var exponents = bases.ToList();
        using var zMask = group.RandomExponent();
        var masks = exponents.Select(_ => group.RandomExponent()).ToList();
        var transcript = new Transcript().Append(key.Z);
        foreach (var (name, _) in exponents)
            transcript.Append(key.R[name]);
        transcript.Append(group.Pow(key.S, zMask));
        foreach (var mask in masks)
            transcript.Append(group.Pow(key.S, mask));
        var challenge = transcript.Challenge();
        var proof = new KeyCorrectnessProof
        {
            Challenge = challenge,
            ZResponse = SecretArithmetic.Respond(challenge, xz, zMask),
            BaseResponses =
            [
                .. exponents.Zip(masks, (entry, mask) =>
                    new BaseResponse(entry.Name, SecretArithmetic.Respond(challenge, entry.Exponent, mask))),
            ],
        };
        masks.ForEach(mask => mask.Dispose());
        return proof;
    }

    private static SecretNumber Half(SecretNumber prime)
    {
        var bytes = new byte[Sizes.Prime / 8];
        prime.WriteBigEndian(bytes);
        for (var i = bytes.Length - 1; i >= 0; i--)
            bytes[i] = (byte)((bytes[i] >> 1) | (i == 0 ? 0 : (bytes[i - 1] & 1) << 7));
        var half = SecretNumber.FromBigEndian(bytes);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        return half;
    }
}

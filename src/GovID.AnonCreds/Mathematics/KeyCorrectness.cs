using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The proof that every base of a key is a power of S (specification 3.2).</summary>
internal static class KeyCorrectness
{
    private const int ResponseBits = 2 * Sizes.MaximumModulus;

    /// <summary>Whether two proofs are equal in every number and in order.</summary>
    public static bool AreSame(KeyCorrectnessProof left, KeyCorrectnessProof right) =>
        left.Challenge == right.Challenge && left.ZResponse == right.ZResponse && left.BaseResponses.SequenceEqual(right.BaseResponses);

    /// <summary>Verifies a proof.</summary>
    /// <returns>Null when it holds, else what is wrong.</returns>
    public static string? Check(PreparedKey key, KeyCorrectnessProof proof)
    {
        if (CheckNames(key, proof) is { } wrong)
            return wrong;
        if (!Sizes.IsBelow(proof.Challenge, Sizes.Challenge) || !InRange(proof.ZResponse) || !proof.BaseResponses.All(entry => InRange(entry.Response)))
            return "a number of the proof is out of range";
        var transcript = new Transcript().Append(key.Key.Z);
        foreach (var entry in proof.BaseResponses)
            transcript.Append(key.Key.R[entry.Name]);

        // Z^ = Z^(−c) · S^xz_cap, R^[a] = R[a]^(−c) · S^xr_cap[a], with one inversion for all
        var inverses = key.Context.InverseAll([key.Key.Z, .. proof.BaseResponses.Select(entry => key.Key.R[entry.Name])]);
        transcript.Append(key.Context.MultiPow(new PowerTerm(inverses[0], proof.Challenge), key.S(proof.ZResponse)));
        for (var i = 0; i < proof.BaseResponses.Count; i++)
            transcript.Append(key.Context.MultiPow(new PowerTerm(inverses[i + 1], proof.Challenge), key.S(proof.BaseResponses[i].Response)));
        return transcript.Challenge() == proof.Challenge ? null : "the challenge is another one";
    }

    /// <summary>Every base has one response; only old keys may lack that of the link secret.</summary>
    private static string? CheckNames(PreparedKey key, KeyCorrectnessProof proof)
    {
        var names = proof.BaseResponses.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count != proof.BaseResponses.Count)
            return "a base stands twice in xr_cap";
        if (!names.IsSubsetOf(key.Key.R.Keys))
            return "xr_cap names a base that the key does not have";
        return key.AttributeNames.All(names.Contains) ? null : "a base is missing in xr_cap";
    }

    private static bool InRange(BigInteger response) => Sizes.IsBelow(response, ResponseBits);
}

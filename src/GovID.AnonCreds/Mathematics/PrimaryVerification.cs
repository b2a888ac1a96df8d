using System.Numerics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The verifier's side of one primary sub-proof (specification 7.5).</summary>
internal static class PrimaryVerification
{
    private const int EBits = 457;
    private const int MBits = 593;
    private const int M2Bits = 2434;
    private const int VBits = 3062;
    private const int UBits = 594;
    private const int RBits = 2600;
    private const int AlphaBits = 2800;
    private const int TsOfPredicate = 5;

    /// <summary>Checks ranges and key sets, and that predicates are bound to their attribute.</summary>
    /// <returns>Null when all hold, else what is wrong.</returns>
    public static string? CheckRanges(PreparedKey key, PrimaryProof proof, IReadOnlySet<string> revealed)
    {
        var equality = proof.Equality;
        if (!Sizes.IsBelow(equality.E, EBits))
            return "eq_proof.e is out of range";
        if (!Sizes.IsBelow(equality.M2, M2Bits))
            return "eq_proof.m2 is out of range";
        if (!Sizes.IsWithin(equality.V, VBits))
            return "eq_proof.v is out of range";
        return CheckAttributes(key, equality, revealed)
            ?? proof.Predicates.Select(predicate => CheckPredicate(key, predicate, equality, revealed)).FirstOrDefault(wrong => wrong is not null)
            ?? CheckUnits(key, proof);
    }

    /// <summary>Recomputes T and then tau 0 to 5 of each predicate, in the order of the proof.</summary>
    public static IEnumerable<BigInteger> Commitments(PreparedKey key, PrimaryProof proof, BigInteger challenge)
    {
        yield return Equality(key, proof.Equality, challenge);
        var inverses = Inverses(key, proof.Predicates);
        for (var i = 0; i < proof.Predicates.Count; i++)
        {
            foreach (var tau in Predicate(key, proof.Predicates[i], challenge, inverses[(i * TsOfPredicate)..][..TsOfPredicate]))
                yield return tau;
        }
    }

    private static string? CheckAttributes(PreparedKey key, EqualityProof equality, IReadOnlySet<string> revealed)
    {
        var unrevealed = key.AttributeNames.Where(name => !revealed.Contains(name)).Append(AttributeName.LinkSecret).ToHashSet(StringComparer.Ordinal);
        if (!unrevealed.SetEquals(equality.M.Keys))
            return "eq_proof.m does not have exactly the attributes that are not revealed";
        if (!revealed.SetEquals(equality.RevealedAttributes.Keys))
            return "eq_proof.revealed_attrs does not have exactly the attributes that are revealed";
        if (!revealed.IsSubsetOf(key.AttributeNames))
            return "an attribute is revealed that the schema does not have";
        if (!equality.RevealedAttributes.Values.All(value => Sizes.IsWithin(value, Sizes.Challenge)))
            return "eq_proof.revealed_attrs holds a value out of range";
        return equality.M.Values.All(response => Sizes.IsWithin(response, MBits)) ? null : "eq_proof.m holds a response out of range";
    }

    private static string? CheckPredicate(PreparedKey key, PredicateProof proof, EqualityProof equality, IReadOnlySet<string> revealed)
    {
        var name = proof.Predicate.AttributeName;
        if (name == AttributeName.LinkSecret || revealed.Contains(name) || !equality.M.TryGetValue(name, out var response))
            return "a predicate is on an attribute that is revealed or that the schema does not have";
        if (proof.Mj != response)
            return "a predicate is not bound to its attribute";
        if (!proof.U.ToArray().All(u => Sizes.IsBelow(u, UBits)))
            return "ge_proofs.u is out of range";
        if (!proof.R.ToArray().All(r => Sizes.IsBelow(r, RBits)))
            return "ge_proofs.r is out of range";
        return Sizes.IsWithin(proof.Alpha, AlphaBits) ? null : "ge_proofs.alpha is out of range";
    }

    /// <summary>All of them at once: the product is a unit exactly when every factor is.</summary>
    private static string? CheckUnits(PreparedKey key, PrimaryProof proof)
    {
        List<BigInteger> numbers = [proof.Equality.APrime, .. proof.Predicates.SelectMany(predicate => predicate.T.ToArray())];
        return key.AreUnits(numbers) ? null : "eq_proof.a_prime or a ge_proofs.t is no unit modulo n";
    }

    // T^ = A'^(e^ + c·2^596) · S^v^ · Rctxt^m2^ · Π R[a]^m^[a] · Π_revealed R[a]^(c·m_a) · Z^(−c)
    private static BigInteger Equality(PreparedKey key, EqualityProof proof, BigInteger challenge)
    {
        var terms = new List<PowerTerm>(4 + proof.M.Count + proof.RevealedAttributes.Count)
        {
            new(proof.APrime, proof.E + (challenge * Sizes.ExponentOffset)),
            key.S(proof.V),
            key.Rctxt(proof.M2),
            key.Z(-challenge),
        };
        foreach (var (name, response) in proof.M)
            terms.Add(key.R(name, response));
        foreach (var (name, value) in proof.RevealedAttributes)
            terms.Add(key.R(name, challenge * value));
        return key.Context.MultiPow([.. terms]);
    }

    private static IEnumerable<BigInteger> Predicate(PreparedKey key, PredicateProof proof, BigInteger challenge, BigInteger[] inverses)
    {
        var u = proof.U.ToArray();
        var r = proof.R.ToArray();
        var t = proof.T.ToArray();

        // tau_i = Z^u_i · S^r_i · T_i^(−c)
        for (var i = 0; i < u.Length; i++)
            yield return key.Context.MultiPow(key.Z(u[i]), key.S(r[i]), new PowerTerm(inverses[i], challenge));

        // tau_4 = Z^(mj − c·delta') · S^(±r_D) · T_D^(∓c): the lower sign where the attribute is bounded from above
        var isLess = PredicateBounds.IsLess(proof.Predicate);
        yield return key.Context.MultiPow(
            key.Z(proof.Mj - (challenge * PredicateBounds.Bound(proof.Predicate))),
            key.S(isLess ? -r[4] : r[4]),
            new PowerTerm(isLess ? t[4] : inverses[4], challenge));

        // tau_5 = S^alpha · Π T_i^u_i · T_D^(−c)
        yield return key.Context.MultiPow(
            key.S(proof.Alpha),
            new PowerTerm(t[0], u[0]),
            new PowerTerm(t[1], u[1]),
            new PowerTerm(t[2], u[2]),
            new PowerTerm(t[3], u[3]),
            new PowerTerm(inverses[4], challenge));
    }

    /// <summary>The inverses of every T, for one inversion.</summary>
    private static BigInteger[] Inverses(PreparedKey key, IReadOnlyList<PredicateProof> predicates) =>
        key.Context.InverseAll([.. predicates.SelectMany(predicate => predicate.T.ToArray())]);
}

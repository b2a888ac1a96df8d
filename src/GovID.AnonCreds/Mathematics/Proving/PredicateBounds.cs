using System.Numerics;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The table of specification 7.3, in arbitrary precision.</summary>
internal static class PredicateBounds
{
    /// <summary>The difference that the holder shows not to be negative.</summary>
    public static BigInteger Delta(Predicate predicate, BigInteger attribute) => predicate.Type switch
    {
        PredicateType.GreaterOrEqual => attribute - predicate.Value,
        PredicateType.Greater => attribute - predicate.Value - BigInteger.One,
        PredicateType.LessOrEqual => predicate.Value - attribute,
        PredicateType.Less => predicate.Value - attribute - BigInteger.One,
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };

    /// <summary>The verifier's constant.</summary>
    public static BigInteger Bound(Predicate predicate) => predicate.Type switch
    {
        PredicateType.GreaterOrEqual or PredicateType.LessOrEqual => predicate.Value,
        PredicateType.Greater => predicate.Value + BigInteger.One,
        PredicateType.Less => predicate.Value - BigInteger.One,
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };

    /// <summary>Whether the attribute is bounded from above.</summary>
    public static bool IsLess(Predicate predicate) => predicate.Type is PredicateType.LessOrEqual or PredicateType.Less;
}

using System.Diagnostics;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The spelling of comparisons in sub-proofs (specification 7.4).</summary>
internal static class PredicateTypeNames
{
    public static string Write(PredicateType type) => type switch
    {
        PredicateType.GreaterOrEqual => "GE",
        PredicateType.LessOrEqual => "LE",
        PredicateType.Greater => "GT",
        PredicateType.Less => "LT",
        _ => throw new UnreachableException(),
    };

    public static PredicateType? Find(string name) => name switch
    {
        "GE" => PredicateType.GreaterOrEqual,
        "LE" => PredicateType.LessOrEqual,
        "GT" => PredicateType.Greater,
        "LT" => PredicateType.Less,
        _ => null,
    };
}

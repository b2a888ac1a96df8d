using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>
/// Every random value of one primary sub-proof (specification 7.2, 7.3). Drawn here, or handed in by a test that repeats a recorded proof. The mask of
/// the link secret is shared by all sub-proofs and belongs to the presentation.
/// </summary>
internal sealed class SubProofMasks : IDisposable
{
    public required SecretNumber M2Tilde { get; init; }

    public required SecretNumber R { get; init; }

    public required SecretNumber ETilde { get; init; }

    public required SecretNumber VTilde { get; init; }

    /// <summary>By normalised name, for every attribute that is not revealed, the link secret aside.</summary>
    public required IReadOnlyDictionary<string, SecretNumber> MTilde { get; init; }

    /// <summary>One a predicate, in sorted order.</summary>
    public required IReadOnlyList<PredicateMasks> Predicates { get; init; }

    public static SubProofMasks Draw(IEnumerable<string> unrevealed, int predicates) => new()
    {
        M2Tilde = SecretNumber.Random(Sizes.M2Tilde),
        R = SecretNumber.Random(Sizes.VPrime),
        ETilde = SecretNumber.Random(Sizes.ETilde),
        VTilde = SecretNumber.Random(Sizes.VTilde),
        MTilde = unrevealed.ToDictionary(name => name, _ => SecretNumber.Random(Sizes.MTilde), StringComparer.Ordinal),
        Predicates = [.. Enumerable.Range(0, predicates).Select(_ => PredicateMasks.Draw())],
    };

    public void Dispose()
    {
        foreach (var number in MTilde.Values.Concat([M2Tilde, R, ETilde, VTilde]))
            number.Dispose();
        foreach (var predicate in Predicates)
            predicate.Dispose();
    }
}

/// <summary>Every random value of one predicate.</summary>
internal sealed class PredicateMasks : IDisposable
{
    public const int Roots = 4;

    /// <summary>The four roots where a test repeats a recorded proof; null to find them.</summary>
    public SecretNumber[]? U { get; init; }

    /// <summary>r_0 … r_3 and r_DELTA.</summary>
    public required SecretNumber[] R { get; init; }

    public required SecretNumber[] UTilde { get; init; }

    /// <summary>r~_0 … r~_3 and r~_DELTA.</summary>
    public required SecretNumber[] RTilde { get; init; }

    public required SecretNumber AlphaTilde { get; init; }

    public static PredicateMasks Draw() => new()
    {
        R = Draw(Roots + 1, Sizes.VPrime),
        UTilde = Draw(Roots, Sizes.UTilde),
        RTilde = Draw(Roots + 1, Sizes.RTilde),
        AlphaTilde = SecretNumber.Random(Sizes.AlphaTilde),
    };

    public void Dispose()
    {
        foreach (var number in R.Concat(UTilde).Concat(RTilde).Concat(U ?? []).Append(AlphaTilde))
            number.Dispose();
    }

    private static SecretNumber[] Draw(int count, int bits) => [.. Enumerable.Range(0, count).Select(_ => SecretNumber.Random(bits))];
}

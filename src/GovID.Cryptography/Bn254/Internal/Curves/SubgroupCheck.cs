namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>
/// Whether many points of the twist lie in the subgroup of order r. Random combinations of them are checked instead of each: E' has order
/// r·13·96757·…, and a point with a part of order m outside the subgroup goes unnoticed in one combination with a probability of at most 1/m,
/// or 20/256 where m is larger than the 13 coefficients. Twenty combinations make that 2⁻⁷³.
/// </summary>
internal static class SubgroupCheck
{
    private const int Rounds = 20;
    private const int Coefficients = 13;
    private const int Largest = Coefficients / 2;
    private const int Width = 128;

    /// <summary>Below this number each point is checked alone.</summary>
    private const int Few = 256;

    /// <summary>Checks points of the curve.</summary>
    public static bool Passes(ReadOnlySpan<AffineG2> points)
    {
        if (points.Length < Few)
            return PassEach(points);
        var random = new byte[points.Length];
        for (var round = 0; round < Rounds; round++)
        {
            RandomBytes.Fill(random);
            if (!Combine(points, random).IsInSubgroup())
                return false;
        }

        return true;
    }

    private static bool PassEach(ReadOnlySpan<AffineG2> points)
    {
        foreach (ref readonly var point in points)
        {
            if (!point.ToProjective().IsInSubgroup())
                return false;
        }

        return true;
    }

    /// <summary>Returns Σ cᵢ·Pᵢ with −6 ≤ cᵢ ≤ 6: one sum for each |c|, then Σ c·(sum of c) by sums of sums.</summary>
    private static ProjectiveG2 Combine(ReadOnlySpan<AffineG2> points, ReadOnlySpan<byte> random)
    {
        var sums = new G2Lanes[Largest];
        for (var i = 0; i < Largest; i++)
            sums[i] = new G2Lanes(Width);
        for (var i = 0; i < points.Length; i++)
        {
            var coefficient = (random[i] % Coefficients) - Largest;
            if (coefficient > 0)
                sums[coefficient - 1].Add(points[i]);
            else if (coefficient < 0)
                sums[-coefficient - 1].Add(points[i].Negate());
        }

        ProjectiveG2 running = ProjectiveG2.Identity, total = ProjectiveG2.Identity;
        for (var i = Largest - 1; i >= 0; i--)
        {
            running = running.Add(sums[i].Total());
            total = total.Add(running);
        }

        return total;
    }
}

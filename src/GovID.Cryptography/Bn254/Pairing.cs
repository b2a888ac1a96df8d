using GovID.Cryptography.Bn254.Internal.Fields;
using GovID.Cryptography.Bn254.Internal.Pairings;

namespace GovID.Cryptography.Bn254;

/// <summary>The optimal ate pairing G1 × G2 → GT with the exact exponent (p¹² − 1)/r: values are written and hashed (AnonCreds 10.2).</summary>
public static class Pairing
{
    /// <summary>The most pairs of one product.</summary>
    public const int MaximumPairs = 1024;

    /// <summary>Returns e(P, Q); 1 when either is the identity.</summary>
    public static Gt Compute(G1Point p, G2Point q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        return Product([(p, q)]);
    }

    /// <summary>Returns Π e(Pᵢ, Qᵢ) with one run of squarings and one final exponentiation for all pairs.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaximumPairs"/> pairs.</exception>
    public static Gt Product(params ReadOnlySpan<(G1Point P, G2Point Q)> pairs) => new(FinalExponentiation.Run(MillerValue(pairs)));

    /// <summary>Tells whether Π e(Pᵢ, Qᵢ) is 1.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaximumPairs"/> pairs.</exception>
    public static bool IsProductOne(params ReadOnlySpan<(G1Point P, G2Point Q)> pairs) => Product(pairs).IsOne;

    private static Fp12 MillerValue(ReadOnlySpan<(G1Point P, G2Point Q)> pairs)
    {
        if (pairs.Length > MaximumPairs)
            throw new ArgumentException($"A product has at most {MaximumPairs} pairs.", nameof(pairs));
        var points = new Fp2[pairs.Length];
        var lines = new PreparedLines[pairs.Length];
        var count = 0;
        foreach (var (p, q) in pairs)
        {
            if (p.IsIdentity || q.IsIdentity)
                continue;

            // x = X/Z and y = Y/Z: x/y is X/Y and 1/y is Z/Y. Y is not 0, because no point has order 2.
            var inverse = p.Coordinates.Y.Invert();
            points[count] = new(p.Coordinates.X * inverse, p.Coordinates.Z * inverse);
            lines[count++] = q.Lines();
        }

        return MillerLoop.Run(points.AsSpan(0, count), lines.AsSpan(0, count));
    }
}

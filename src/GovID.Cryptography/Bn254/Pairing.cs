using System.Runtime.InteropServices;
using GovID.Cryptography.Bn254.Internal.Curves;
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
        var points = new List<ProjectiveG1>(pairs.Length);
        var lines = new List<PreparedLines>(pairs.Length);
        foreach (var (p, q) in pairs)
        {
            if (p.IsIdentity || q.IsIdentity)
                continue;
            points.Add(p.Coordinates);
            lines.Add(q.Lines());
        }

        return MillerLoop.Run(Normalise(points), CollectionsMarshal.AsSpan(lines));
    }

    /// <summary>
    /// Returns (x/y, 1/y) = (X/Y, Z/Y) for every point, with one inversion for all. Y is not 0, because no point has order 2.
    /// </summary>
    private static Fp2[] Normalise(List<ProjectiveG1> points)
    {
        var normal = new Fp2[points.Count];
        var products = new Fp[points.Count];
        var product = Fp.One;
        for (var i = 0; i < products.Length; i++)
        {
            products[i] = product;
            product *= points[i].Y;
        }

        var inverse = products.Length > 0 ? product.Invert() : product;
        for (var i = products.Length - 1; i >= 0; i--)
        {
            var own = inverse * products[i];
            inverse *= points[i].Y;
            normal[i] = new(points[i].X * own, points[i].Z * own);
        }

        return normal;
    }
}

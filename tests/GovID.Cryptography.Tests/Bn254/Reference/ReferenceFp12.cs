using System.Numerics;

namespace GovID.Cryptography.Tests.Bn254.Reference;

/// <summary>A polynomial in w of degree below 12 with w¹² = 2w⁶ − 2, so that i = w⁶ − 1 (ledger specification 10.5).</summary>
internal sealed class ReferenceFp12
{
    private const int Degree = 12;
    private readonly BigInteger[] _c;

    public ReferenceFp12(BigInteger[] coefficients) => _c = coefficients;

    public static ReferenceFp12 One { get; } = new([1, .. new BigInteger[Degree - 1]]);

    public static ReferenceFp12 operator *(ReferenceFp12 a, ReferenceFp12 b)
    {
        var product = new BigInteger[(2 * Degree) - 1];
        for (var i = 0; i < Degree; i++)
        {
            for (var j = 0; j < Degree; j++)
                product[i + j] += a._c[i] * b._c[j];
        }

        for (var i = product.Length - 1; i >= Degree; i--)
        {
            product[i - 6] += 2 * product[i];
            product[i - 12] -= 2 * product[i];
        }

        return new([.. product.Take(Degree).Select(Curve.Mod)]);
    }

    /// <summary>Puts a + b·i at wᵏ, k below 6: b·i·wᵏ is b·wᵏ⁺⁶ − b·wᵏ.</summary>
    public static ReferenceFp12 FromPowers(params (ReferenceFp2 Value, int Power)[] terms)
    {
        var c = new BigInteger[Degree];
        foreach (var (value, power) in terms)
        {
            c[power] = Curve.Mod(c[power] + value.A - value.B);
            c[power + 6] = Curve.Mod(c[power + 6] + value.B);
        }

        return new(c);
    }

    /// <summary>Returns the coefficient of wᵏ over Fp2.</summary>
    public ReferenceFp2 At(int power) => new(Curve.Mod(_c[power] + _c[power + 6]), _c[power + 6]);

    /// <summary>Returns w → −w.</summary>
    public ReferenceFp12 Conjugate() => new([.. _c.Select((value, i) => i % 2 == 0 ? value : Curve.Mod(-value))]);

    public ReferenceFp12 Power(BigInteger exponent)
    {
        var (result, power) = (One, this);
        for (; exponent > 0; exponent >>= 1, power *= power)
            result = exponent.IsEven ? result : result * power;
        return result;
    }

    public bool Same(ReferenceFp12 other) => _c.SequenceEqual(other._c);
}

using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Pairings;

/// <summary>Powers of elements of Fp12 that the pairing is made of.</summary>
internal static class FinalExponentiation
{
    /// <summary>
    /// Returns f^((p¹² − 1)/r), exactly: (p⁶ − 1)(p² + 1), then (p⁴ − p² + 1)/r as y₀·y₁²·y₂⁶·y₃¹²·y₄¹⁸·y₅³⁰·y₆³⁶
    /// (Scott and others, 2009).
    /// </summary>
    public static Fp12 Run(in Fp12 value)
    {
        var f = value.Conjugate() * value.Invert();
        f = f.Frobenius(2) * f;

        var fu = PowerOfParameter(f);
        var fu2 = PowerOfParameter(fu);
        var fu3 = PowerOfParameter(fu2);
        var y0 = f.Frobenius(1) * f.Frobenius(2) * f.Frobenius(3);
        var y1 = f.Conjugate();
        var y2 = fu2.Frobenius(2);
        var y3 = fu.Frobenius(1).Conjugate();
        var y4 = (fu * fu2.Frobenius(1)).Conjugate();
        var y5 = fu2.Conjugate();
        var y6 = (fu3 * fu3.Frobenius(1)).Conjugate();

        var t0 = y6.CyclotomicSquare() * y4 * y5;
        var t1 = y3 * y5 * t0;
        t0 *= y2;
        t1 = (t1.CyclotomicSquare() * t0).CyclotomicSquare();
        t0 = (t1 * y1).CyclotomicSquare();
        return t0 * (t1 * y0);
    }

    /// <summary>Returns f^u for an element of the cyclotomic subgroup.</summary>
    public static Fp12 PowerOfParameter(in Fp12 f)
    {
        var result = f;
        for (var bit = CurveParameter.HighestBit - 1; bit >= 0; bit--)
        {
            result = result.CyclotomicSquare();
            if (CurveParameter.HasBit(bit))
                result *= f;
        }

        return result.Conjugate();
    }
}

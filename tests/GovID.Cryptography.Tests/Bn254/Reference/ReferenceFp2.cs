using System.Numerics;

namespace GovID.Cryptography.Tests.Bn254.Reference;

/// <summary>a + b·i over plain integers: slow, and simple enough to be seen to be right.</summary>
internal readonly record struct ReferenceFp2(BigInteger A, BigInteger B)
{
    public static ReferenceFp2 Zero => new(0, 0);

    public static ReferenceFp2 One => new(1, 0);

    public static ReferenceFp2 operator +(ReferenceFp2 a, ReferenceFp2 b) => new(Curve.Mod(a.A + b.A), Curve.Mod(a.B + b.B));

    public static ReferenceFp2 operator -(ReferenceFp2 a, ReferenceFp2 b) => new(Curve.Mod(a.A - b.A), Curve.Mod(a.B - b.B));

    public static ReferenceFp2 operator *(ReferenceFp2 a, ReferenceFp2 b) =>
        new(Curve.Mod((a.A * b.A) - (a.B * b.B)), Curve.Mod((a.A * b.B) + (a.B * b.A)));

    public static ReferenceFp2 operator /(ReferenceFp2 a, ReferenceFp2 b)
    {
        var norm = Curve.Invert((b.A * b.A) + (b.B * b.B));
        return a * new ReferenceFp2(Curve.Mod(b.A * norm), Curve.Mod(-b.B * norm));
    }

    public static implicit operator ReferenceFp2(int value) => new(Curve.Mod(value), 0);

    public ReferenceFp2 Conjugate() => new(A, Curve.Mod(-B));

    public ReferenceFp2 Power(BigInteger exponent)
    {
        var (result, power) = (One, this);
        for (; exponent > 0; exponent >>= 1, power *= power)
            result = exponent.IsEven ? result : result * power;
        return result;
    }
}

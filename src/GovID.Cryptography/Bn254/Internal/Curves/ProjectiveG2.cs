using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>
/// A point of the twist E': y² = x³ + 2/ξ = x³ + 1 − i over Fp2 with x = X/Z, y = Y/Z; Z = 0 is the identity. The formulas are those of
/// <see cref="ProjectiveG1"/>, complete here too because the order r·(2p − r) of E' is odd.
/// </summary>
internal readonly struct ProjectiveG2
{
    internal readonly Fp2 X;
    internal readonly Fp2 Y;
    internal readonly Fp2 Z;

    internal ProjectiveG2(in Fp2 x, in Fp2 y, in Fp2 z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    /// <summary>Gets the identity (0 : 1 : 0).</summary>
    public static ProjectiveG2 Identity => new(Fp2.Zero, Fp2.One, Fp2.Zero);

    /// <summary>Gets the generator (xa + xb·i, ya + yb·i) of the curve's definition.</summary>
    public static ProjectiveG2 Generator { get; } = new(
        new(
            new(0xAF45AAAF63659E66, 0xBB92F0233D01BC7C, 0xEF7AB941DCD46337, 0x173F71DE61DF5B55),
            new(0x389BBB43D0D2F4E7, 0x413D1E26BC087B6A, 0x1FCE93827A42E357, 0x10C76BD06630C4E9)),
        new(
            new(0x25D0B13674482015, 0x5A0FCF130C7D1012, 0x9215E25E884B2CC7, 0x182C7A581C2D120D),
            new(0xFBB0D5E1FCB5D7AA, 0x6CE6262AA3A25124, 0x1E0D27E0927F8598, 0x1598CFFE781D1A20)),
        Fp2.One);

    public bool IsIdentity => Z.IsZero;

    /// <summary>Returns a·(1 − i), b' of the twist.</summary>
    public static Fp2 TimesB(in Fp2 a) => new(a.A + a.B, a.B - a.A);

    /// <summary>Returns 3·(1 − i)·a.</summary>
    public static Fp2 TimesThreeB(in Fp2 a)
    {
        var once = TimesB(a);
        return once.Double() + once;
    }

    /// <summary>Returns whether Y²Z = X³ + (1 − i)Z³ and not all coordinates are 0.</summary>
    public bool IsOnCurve()
    {
        var z3 = Z.Square() * Z;
        return Y.Square() * Z == (X.Square() * X) + TimesB(z3) && !(X.IsZero & Y.IsZero & Z.IsZero);
    }

    /// <summary>
    /// Returns whether a point of the curve lies in the subgroup of order r: (u+1)Q + ψ(uQ) + ψ²(uQ) = ψ³(2uQ), which no point outside
    /// fulfils because the norm of (u+1) + uψ + uψ² − 2uψ³ under ψ² − tψ + p = 0 has no factor in common with 2p − r.
    /// </summary>
    public bool IsInSubgroup()
    {
        var multiple = MultiplyByParameter();
        var image = multiple.Frobenius();
        var second = image.Frobenius();
        return multiple.Add(this).Add(image).Add(second).Represents(second.Frobenius().Double());
    }

    public ProjectiveG2 Add(in ProjectiveG2 other)
    {
        var t0 = X * other.X;
        var t1 = Y * other.Y;
        var t2 = TimesThreeB(Z * other.Z);
        var xy = Fp2.SumOfProducts(X, other.Y, Y, other.X);
        var yz = Fp2.SumOfProducts(Y, other.Z, Z, other.Y);
        var xz = TimesThreeB(Fp2.SumOfProducts(X, other.Z, Z, other.X));
        var z3 = t1 + t2;
        t1 -= t2;
        t0 = t0.Double() + t0;
        return new(
            Fp2.SumOfProducts(xy, t1, yz, -xz),
            Fp2.SumOfProducts(t1, z3, xz, t0),
            Fp2.SumOfProducts(z3, yz, t0, xy));
    }

    public ProjectiveG2 Double()
    {
        var t0 = Y.Square();
        var eight = t0.Double().Double().Double();
        var t2 = TimesThreeB(Z.Square());
        var z3 = Y * Z * eight;
        var y3 = t0 + t2;
        t0 -= t2.Double() + t2;
        return new((t0 * (X * Y)).Double(), Fp2.SumOfProducts(t2, eight, t0, y3), z3);
    }

    public ProjectiveG2 Negate() => new(X, -Y, Z);

    /// <summary>Returns ψ(Q), the Frobenius map seen on the twist, which multiplies points of the subgroup by p.</summary>
    public ProjectiveG2 Frobenius() => new(
        X.Conjugate() * FrobeniusConstants.TwistX,
        Y.Conjugate() * FrobeniusConstants.TwistY,
        Z.Conjugate());

    /// <summary>Returns whether both are the same point, by cross-multiplication.</summary>
    public bool Represents(in ProjectiveG2 other) =>
        (X * other.Z == other.X * Z) & (Y * other.Z == other.Y * Z) & (IsIdentity == other.IsIdentity);

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static ProjectiveG2 Select(ulong mask, in ProjectiveG2 a, in ProjectiveG2 b) =>
        new(Fp2.Select(mask, a.X, b.X), Fp2.Select(mask, a.Y, b.Y), Fp2.Select(mask, a.Z, b.Z));

    /// <summary>Returns u·Q for u = −(2⁶² + 2⁵⁵ + 1).</summary>
    private ProjectiveG2 MultiplyByParameter()
    {
        var result = this;
        for (var bit = CurveParameter.HighestBit - 1; bit >= 0; bit--)
        {
            result = result.Double();
            if (CurveParameter.HasBit(bit))
                result = result.Add(this);
        }

        return result.Negate();
    }
}

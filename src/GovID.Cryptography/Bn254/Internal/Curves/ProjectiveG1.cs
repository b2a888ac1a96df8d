using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>
/// A point of E: y² = x³ + 2 with x = X/Z, y = Y/Z; Z = 0 is the identity. Addition and doubling are complete for this curve of odd
/// order (Renes, Costello, Batina 2016, algorithms 7 and 9): no case distinction, no branch on a coordinate.
/// </summary>
internal readonly struct ProjectiveG1
{
    internal readonly Fp X;
    internal readonly Fp Y;
    internal readonly Fp Z;

    internal ProjectiveG1(in Fp x, in Fp y, in Fp z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    /// <summary>Gets the identity (0 : 1 : 0).</summary>
    public static ProjectiveG1 Identity => new(Fp.Zero, Fp.One, Fp.Zero);

    /// <summary>Gets the generator (p−1, 1).</summary>
    public static ProjectiveG1 Generator => new(-Fp.One, Fp.One, Fp.One);

    public bool IsIdentity => Z.IsZero;

    /// <summary>Gets β, a cube root of 1, for which (βx, y) is λ·(x, y), λ = −1 − (36u³ + 18u² + 6u + 1).</summary>
    private static Fp Beta => new(0x3291039717960343, 0xEC75DF6EC728463C, 0x113D4F2CA6B29BDC, 0x0672A6264000001E);

    /// <summary>Returns whether Y²Z = X³ + 2Z³ and not all coordinates are 0.</summary>
    public bool IsOnCurve()
    {
        var z3 = Z.Square() * Z;
        return Y.Square() * Z == (X.Square() * X) + z3.Double() && !(X.IsZero & Y.IsZero & Z.IsZero);
    }

    public ProjectiveG1 Add(in ProjectiveG1 other)
    {
        var t0 = X * other.X;
        var t1 = Y * other.Y;
        var t2 = TimesThreeB(Z * other.Z);
        var xy = Fp.SumOfProducts(X, other.Y, Y, other.X);
        var yz = Fp.SumOfProducts(Y, other.Z, Z, other.Y);
        var xz = TimesThreeB(Fp.SumOfProducts(X, other.Z, Z, other.X));
        var z3 = t1 + t2;
        t1 -= t2;
        t0 = t0.Double() + t0;
        return new(
            Fp.SumOfProducts(xy, t1, yz, Fp.NegateLoose(xz)),
            Fp.SumOfProducts(t1, z3, xz, t0),
            Fp.SumOfProducts(z3, yz, t0, xy));
    }

    public ProjectiveG1 Double()
    {
        var t0 = Y.Square();
        var eight = t0.Double().Double().Double();
        var t2 = TimesThreeB(Z.Square());
        var z3 = Y * Z * eight;
        var y3 = t0 + t2;
        t0 -= t2.Double() + t2;
        return new((t0 * (X * Y)).Double(), Fp.SumOfProducts(t2, eight, t0, y3), z3);
    }

    public ProjectiveG1 Negate() => new(X, -Y, Z);

    /// <summary>Returns λ·P as (βX : Y : Z).</summary>
    public ProjectiveG1 Endomorphism() => new(Beta * X, Y, Z);

    /// <summary>Returns whether both are the same point, by cross-multiplication.</summary>
    public bool Represents(in ProjectiveG1 other) =>
        (X * other.Z == other.X * Z) & (Y * other.Z == other.Y * Z) & (IsIdentity == other.IsIdentity);

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static ProjectiveG1 Select(ulong mask, in ProjectiveG1 a, in ProjectiveG1 b) =>
        new(Fp.Select(mask, a.X, b.X), Fp.Select(mask, a.Y, b.Y), Fp.Select(mask, a.Z, b.Z));

    /// <summary>Returns 3b·a with b = 2.</summary>
    private static Fp TimesThreeB(in Fp a)
    {
        var twice = a.Double();
        return twice.Double() + twice;
    }
}

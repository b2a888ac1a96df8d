using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>A point of the twist by x and y; the identity has no such form.</summary>
internal readonly struct AffineG2
{
    internal readonly Fp2 X;
    internal readonly Fp2 Y;

    internal AffineG2(in Fp2 x, in Fp2 y)
    {
        X = x;
        Y = y;
    }

    /// <summary>Reads 128 bytes; false when a coordinate is not below p. Whether the point lies on the curve is not looked at.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out AffineG2 point)
    {
        var valid = Fp2.TryRead(bytes[..Fp2.Length], out var x) & Fp2.TryRead(bytes[Fp2.Length..], out var y);
        point = new(x, y);
        return valid;
    }

    public void Write(Span<byte> destination)
    {
        X.Write(destination);
        Y.Write(destination[Fp2.Length..]);
    }

    public AffineG2 Negate() => new(X, -Y);

    /// <summary>Returns whether y² = x³ + (1 − i).</summary>
    public bool IsOnCurve() => Y.Square() == (X.Square() * X) + ProjectiveG2.TimesB(Fp2.One);

    public ProjectiveG2 ToProjective() => new(X, Y, Fp2.One);

    /// <summary>Returns a point plus this one: the complete formulas of <see cref="ProjectiveG2.Add"/> with Z₂ = 1.</summary>
    public ProjectiveG2 AddTo(in ProjectiveG2 other)
    {
        var t0 = other.X * X;
        var t1 = other.Y * Y;
        var t2 = ProjectiveG2.TimesThreeB(other.Z);
        var xy = Fp2.SumOfProducts(other.X, Y, other.Y, X);
        var yz = other.Y + (other.Z * Y);
        var xz = ProjectiveG2.TimesThreeB(other.X + (other.Z * X));
        var z3 = t1 + t2;
        t1 -= t2;
        t0 = t0.Double() + t0;
        return new(
            Fp2.SumOfProducts(xy, t1, yz, -xz),
            Fp2.SumOfProducts(t1, z3, xz, t0),
            Fp2.SumOfProducts(z3, yz, t0, xy));
    }
}

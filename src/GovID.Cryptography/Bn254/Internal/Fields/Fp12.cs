namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>
/// An element C0 + C1·w of Fp12 = Fp6[w]/(w² − v). In powers of w, with w⁶ = ξ, the coefficients are
/// C0.C0, C1.C0, C0.C1, C1.C1, C0.C2, C1.C2.
/// </summary>
internal readonly struct Fp12 : IEquatable<Fp12>
{
    internal readonly Fp6 C0;
    internal readonly Fp6 C1;

    internal Fp12(in Fp6 c0, in Fp6 c1)
    {
        C0 = c0;
        C1 = c1;
    }

    /// <summary>Gets 1.</summary>
    public static Fp12 One => new(Fp6.One, Fp6.Zero);

    public static bool operator ==(in Fp12 a, in Fp12 b) => a.Equals(b);

    public static bool operator !=(in Fp12 a, in Fp12 b) => !a.Equals(b);

    public static Fp12 operator *(in Fp12 a, in Fp12 b)
    {
        var t0 = a.C0 * b.C0;
        var t1 = a.C1 * b.C1;
        var cross = (a.C0 + a.C1) * (b.C0 + b.C1);
        return new(t0 + t1.MultiplyByV(), cross - t0 - t1);
    }

    /// <summary>Returns a² with two products: C0² + v·C1² = (C0 + C1)(C0 + v·C1) − t − v·t for t = C0·C1.</summary>
    public Fp12 Square()
    {
        var t = C0 * C1;
        var square = (C0 + C1) * (C0 + C1.MultiplyByV());
        return new(square - t - t.MultiplyByV(), t.Double());
    }

    /// <summary>Returns a·(1 + b·w + c·w³), the shape of a line.</summary>
    public Fp12 MultiplyByLine(in Fp2 b, in Fp2 c)
    {
        var xb = b.MultiplyByXi();
        var xc = c.MultiplyByXi();
        return new(
            new(
                C0.C0 + Fp2.SumOfProducts(xb, C1.C2, xc, C1.C1),
                C0.C1 + Fp2.SumOfProducts(b, C1.C0, xc, C1.C2),
                C0.C2 + Fp2.SumOfProducts(b, C1.C1, c, C1.C0)),
            new(
                C1.C0 + Fp2.SumOfProducts(b, C0.C0, xc, C0.C2),
                C1.C1 + Fp2.SumOfProducts(b, C0.C1, c, C0.C0),
                C1.C2 + Fp2.SumOfProducts(b, C0.C2, c, C0.C1)));
    }

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static Fp12 Select(ulong mask, in Fp12 a, in Fp12 b) =>
        new(Fp6.Select(mask, a.C0, b.C0), Fp6.Select(mask, a.C1, b.C1));

    /// <summary>Returns C0 − C1·w, which is a^(p⁶), and the inverse of an element of the cyclotomic subgroup.</summary>
    public Fp12 Conjugate() => new(C0, -C1);

    /// <summary>Returns 1/a; 0 gives 0.</summary>
    public Fp12 Invert()
    {
        var norm = ((C0 * C0) - (C1 * C1).MultiplyByV()).Invert();
        return new(C0 * norm, -(C1 * norm));
    }

    /// <summary>
    /// Returns a² for an element of the cyclotomic subgroup (Granger and Scott, 2010): three squarings in Fp4 = Fp2[w³],
    /// (a + b·w³)² = a² + ξb² + 2ab·w³.
    /// </summary>
    public Fp12 CyclotomicSquare()
    {
        var a0 = Fp2.SquarePlusXiSquare(C0.C0, C1.C1);
        var b0 = Fp2.SquarePlusXiSquare(C1.C0, C0.C2);
        var c0 = Fp2.SquarePlusXiSquare(C0.C1, C1.C2);
        var a1 = Fp2.AddLoose(C0.C0, C0.C0) * C1.C1;
        var b1 = Fp2.AddLoose(C1.C0, C1.C0) * C0.C2;
        var c1 = Fp2.AddLoose(C0.C1, C0.C1) * C1.C2;
        return new(
            new(Fp2.ThriceMinusTwice(a0, C0.C0), Fp2.ThriceMinusTwice(b0, C0.C1), Fp2.ThriceMinusTwice(c0, C0.C2)),
            new(Fp2.ThricePlusTwice(c1.MultiplyByXi(), C1.C0), Fp2.ThricePlusTwice(a1, C1.C1), Fp2.ThricePlusTwice(b1, C1.C2)));
    }

    /// <summary>Returns a^(p^power) for a power of 1 to 3.</summary>
    public Fp12 Frobenius(int power)
    {
        var gamma = FrobeniusConstants.OfPower(power);
        return power == 2
            ? new(
                new(C0.C0, C0.C1 * gamma[2].A, C0.C2 * gamma[4].A),
                new(C1.C0 * gamma[1].A, C1.C1 * gamma[3].A, C1.C2 * gamma[5].A))
            : new(
                new(C0.C0.Conjugate(), C0.C1.Conjugate() * gamma[2], C0.C2.Conjugate() * gamma[4]),
                new(C1.C0.Conjugate() * gamma[1], C1.C1.Conjugate() * gamma[3], C1.C2.Conjugate() * gamma[5]));
    }

    /// <summary>Returns whether this lies in the cyclotomic subgroup, of order p⁴ − p² + 1: a^(p⁴)·a = a^(p²), a ≠ 0.</summary>
    public bool IsCyclotomic()
    {
        var squared = Frobenius(2);
        return squared.Frobenius(2) * this == squared && !(C0.Equals(Fp6.Zero) && C1.Equals(Fp6.Zero));
    }

    public bool Equals(Fp12 other) => C0.Equals(other.C0) & C1.Equals(other.C1);

    public override bool Equals(object? obj) => obj is Fp12 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(C0, C1);
}

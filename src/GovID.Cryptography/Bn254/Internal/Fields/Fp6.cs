namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>An element C0 + C1·v + C2·v² of Fp6 = Fp2[v]/(v³ − ξ).</summary>
internal readonly struct Fp6 : IEquatable<Fp6>
{
    internal readonly Fp2 C0;
    internal readonly Fp2 C1;
    internal readonly Fp2 C2;

    internal Fp6(in Fp2 c0, in Fp2 c1, in Fp2 c2)
    {
        C0 = c0;
        C1 = c1;
        C2 = c2;
    }

    /// <summary>Gets 0.</summary>
    public static Fp6 Zero => default;

    /// <summary>Gets 1.</summary>
    public static Fp6 One => new(Fp2.One, Fp2.Zero, Fp2.Zero);

    public static Fp6 operator +(in Fp6 a, in Fp6 b) => new(a.C0 + b.C0, a.C1 + b.C1, a.C2 + b.C2);

    public static Fp6 operator -(in Fp6 a, in Fp6 b) => new(a.C0 - b.C0, a.C1 - b.C1, a.C2 - b.C2);

    public static Fp6 operator -(in Fp6 a) => new(-a.C0, -a.C1, -a.C2);

    /// <summary>Returns a·b, every coefficient as one sum of three products: c0 = a0·b0 + ξ(a1·b2 + a2·b1) and so on.</summary>
    public static Fp6 operator *(in Fp6 a, in Fp6 b)
    {
        var conjugate = new Fp6(a.C0.ConjugateLoose(), a.C1.ConjugateLoose(), a.C2.ConjugateLoose());
        var xb1 = b.C1.MultiplyByXi();
        var xb2 = b.C2.MultiplyByXi();
        return new(
            new(Real(conjugate, b.C0, xb2, xb1), Imaginary(a, b.C0, xb2, xb1)),
            new(Real(conjugate, b.C1, b.C0, xb2), Imaginary(a, b.C1, b.C0, xb2)),
            new(Real(conjugate, b.C2, b.C1, b.C0), Imaginary(a, b.C2, b.C1, b.C0)));
    }

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static Fp6 Select(ulong mask, in Fp6 a, in Fp6 b) =>
        new(Fp2.Select(mask, a.C0, b.C0), Fp2.Select(mask, a.C1, b.C1), Fp2.Select(mask, a.C2, b.C2));

    /// <summary>Returns a·v.</summary>
    public Fp6 MultiplyByV() => new(C2.MultiplyByXi(), C0, C1);

    public Fp6 Double() => this + this;

    /// <summary>Returns 1/a; 0 gives 0.</summary>
    public Fp6 Invert()
    {
        var a = C0.Square() - (C1 * C2).MultiplyByXi();
        var b = C2.Square().MultiplyByXi() - (C0 * C1);
        var c = C1.Square() - (C0 * C2);
        var norm = ((C0 * a) + Fp2.SumOfProducts(C2, b, C1, c).MultiplyByXi()).Invert();
        return new(a * norm, b * norm, c * norm);
    }

    public bool Equals(Fp6 other) => C0.Equals(other.C0) & C1.Equals(other.C1) & C2.Equals(other.C2);

    public override bool Equals(object? obj) => obj is Fp6 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(C0, C1, C2);

    /// <summary>Returns the real part of a0·x + a1·y + a2·z from the conjugates c of a; six products reach beyond 2²⁵⁶ on the way.</summary>
    private static Fp Real(in Fp6 c, in Fp2 x, in Fp2 y, in Fp2 z)
    {
        unchecked
        {
            var over = 0UL;
            var t = default(Accumulator);
            var top0 = t.AddProduct(c.C0.A, x.A.L0) + t.AddProduct(c.C1.A, y.A.L0) + t.AddProduct(c.C2.A, z.A.L0);
            t.Reduce(top0 + t.AddProduct(c.C0.B, x.B.L0) + t.AddProduct(c.C1.B, y.B.L0) + t.AddProduct(c.C2.B, z.B.L0), ref over);
            var top1 = t.AddProduct(c.C0.A, x.A.L1) + t.AddProduct(c.C1.A, y.A.L1) + t.AddProduct(c.C2.A, z.A.L1);
            t.Reduce(top1 + t.AddProduct(c.C0.B, x.B.L1) + t.AddProduct(c.C1.B, y.B.L1) + t.AddProduct(c.C2.B, z.B.L1), ref over);
            var top2 = t.AddProduct(c.C0.A, x.A.L2) + t.AddProduct(c.C1.A, y.A.L2) + t.AddProduct(c.C2.A, z.A.L2);
            t.Reduce(top2 + t.AddProduct(c.C0.B, x.B.L2) + t.AddProduct(c.C1.B, y.B.L2) + t.AddProduct(c.C2.B, z.B.L2), ref over);
            var top3 = t.AddProduct(c.C0.A, x.A.L3) + t.AddProduct(c.C1.A, y.A.L3) + t.AddProduct(c.C2.A, z.A.L3);
            t.Reduce(top3 + t.AddProduct(c.C0.B, x.B.L3) + t.AddProduct(c.C1.B, y.B.L3) + t.AddProduct(c.C2.B, z.B.L3), ref over);
            return t.ToElement();
        }
    }

    /// <summary>Returns the imaginary part of a0·x + a1·y + a2·z.</summary>
    private static Fp Imaginary(in Fp6 a, in Fp2 x, in Fp2 y, in Fp2 z)
    {
        unchecked
        {
            var over = 0UL;
            var t = default(Accumulator);
            var top0 = t.AddProduct(a.C0.A, x.B.L0) + t.AddProduct(a.C1.A, y.B.L0) + t.AddProduct(a.C2.A, z.B.L0);
            t.Reduce(top0 + t.AddProduct(a.C0.B, x.A.L0) + t.AddProduct(a.C1.B, y.A.L0) + t.AddProduct(a.C2.B, z.A.L0), ref over);
            var top1 = t.AddProduct(a.C0.A, x.B.L1) + t.AddProduct(a.C1.A, y.B.L1) + t.AddProduct(a.C2.A, z.B.L1);
            t.Reduce(top1 + t.AddProduct(a.C0.B, x.A.L1) + t.AddProduct(a.C1.B, y.A.L1) + t.AddProduct(a.C2.B, z.A.L1), ref over);
            var top2 = t.AddProduct(a.C0.A, x.B.L2) + t.AddProduct(a.C1.A, y.B.L2) + t.AddProduct(a.C2.A, z.B.L2);
            t.Reduce(top2 + t.AddProduct(a.C0.B, x.A.L2) + t.AddProduct(a.C1.B, y.A.L2) + t.AddProduct(a.C2.B, z.A.L2), ref over);
            var top3 = t.AddProduct(a.C0.A, x.B.L3) + t.AddProduct(a.C1.A, y.B.L3) + t.AddProduct(a.C2.A, z.B.L3);
            t.Reduce(top3 + t.AddProduct(a.C0.B, x.A.L3) + t.AddProduct(a.C1.B, y.A.L3) + t.AddProduct(a.C2.B, z.A.L3), ref over);
            return t.ToElement();
        }
    }
}

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
        var left = new LeftFactor(a);
        var xb1 = b.C1.MultiplyByXi();
        var xb2 = b.C2.MultiplyByXi();
        return new(left.Dot(b.C0, xb2, xb1), left.Dot(b.C1, b.C0, xb2), left.Dot(b.C2, b.C1, b.C0));
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

    /// <summary>Three coefficients with the negatives of their imaginary parts, made once for three products.</summary>
    private readonly struct LeftFactor
    {
        private readonly Fp6 _a;
        private readonly Fp _n0;
        private readonly Fp _n1;
        private readonly Fp _n2;

        internal LeftFactor(in Fp6 a)
        {
            _a = a;
            _n0 = Fp.NegateLoose(a.C0.B);
            _n1 = Fp.NegateLoose(a.C1.B);
            _n2 = Fp.NegateLoose(a.C2.B);
        }

        /// <summary>Returns a0·x + a1·y + a2·z under one reduction for each coefficient; six products reach beyond 2²⁵⁶ on the way.</summary>
        internal Fp2 Dot(in Fp2 x, in Fp2 y, in Fp2 z) => new(Real(x, y, z), Imaginary(x, y, z));

        private Fp Real(in Fp2 x, in Fp2 y, in Fp2 z)
        {
            unchecked
            {
                var over = 0UL;
                var t = default(Accumulator);
                var top = t.AddProduct(_a.C0.A, x.A.L0) + t.AddProduct(_a.C1.A, y.A.L0) + t.AddProduct(_a.C2.A, z.A.L0);
                t.Reduce(top + t.AddProduct(_n0, x.B.L0) + t.AddProduct(_n1, y.B.L0) + t.AddProduct(_n2, z.B.L0), ref over);
                top = t.AddProduct(_a.C0.A, x.A.L1) + t.AddProduct(_a.C1.A, y.A.L1) + t.AddProduct(_a.C2.A, z.A.L1);
                t.Reduce(top + t.AddProduct(_n0, x.B.L1) + t.AddProduct(_n1, y.B.L1) + t.AddProduct(_n2, z.B.L1), ref over);
                top = t.AddProduct(_a.C0.A, x.A.L2) + t.AddProduct(_a.C1.A, y.A.L2) + t.AddProduct(_a.C2.A, z.A.L2);
                t.Reduce(top + t.AddProduct(_n0, x.B.L2) + t.AddProduct(_n1, y.B.L2) + t.AddProduct(_n2, z.B.L2), ref over);
                top = t.AddProduct(_a.C0.A, x.A.L3) + t.AddProduct(_a.C1.A, y.A.L3) + t.AddProduct(_a.C2.A, z.A.L3);
                t.Reduce(top + t.AddProduct(_n0, x.B.L3) + t.AddProduct(_n1, y.B.L3) + t.AddProduct(_n2, z.B.L3), ref over);
                return t.ToElement();
            }
        }

        private Fp Imaginary(in Fp2 x, in Fp2 y, in Fp2 z)
        {
            unchecked
            {
                var over = 0UL;
                var t = default(Accumulator);
                var top = t.AddProduct(_a.C0.A, x.B.L0) + t.AddProduct(_a.C1.A, y.B.L0) + t.AddProduct(_a.C2.A, z.B.L0);
                t.Reduce(top + t.AddProduct(_a.C0.B, x.A.L0) + t.AddProduct(_a.C1.B, y.A.L0) + t.AddProduct(_a.C2.B, z.A.L0), ref over);
                top = t.AddProduct(_a.C0.A, x.B.L1) + t.AddProduct(_a.C1.A, y.B.L1) + t.AddProduct(_a.C2.A, z.B.L1);
                t.Reduce(top + t.AddProduct(_a.C0.B, x.A.L1) + t.AddProduct(_a.C1.B, y.A.L1) + t.AddProduct(_a.C2.B, z.A.L1), ref over);
                top = t.AddProduct(_a.C0.A, x.B.L2) + t.AddProduct(_a.C1.A, y.B.L2) + t.AddProduct(_a.C2.A, z.B.L2);
                t.Reduce(top + t.AddProduct(_a.C0.B, x.A.L2) + t.AddProduct(_a.C1.B, y.A.L2) + t.AddProduct(_a.C2.B, z.A.L2), ref over);
                top = t.AddProduct(_a.C0.A, x.B.L3) + t.AddProduct(_a.C1.A, y.B.L3) + t.AddProduct(_a.C2.A, z.B.L3);
                t.Reduce(top + t.AddProduct(_a.C0.B, x.A.L3) + t.AddProduct(_a.C1.B, y.A.L3) + t.AddProduct(_a.C2.B, z.A.L3), ref over);
                return t.ToElement();
            }
        }
    }
}

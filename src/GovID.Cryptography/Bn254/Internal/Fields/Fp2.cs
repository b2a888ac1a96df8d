namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>An element A + B·i of Fp2 = Fp[i]/(i² + 1). ξ = 1 + i is neither a square nor a cube, and generates the tower above.</summary>
internal readonly struct Fp2 : IEquatable<Fp2>
{
    /// <summary>The length of an element's bytes, A ‖ B.</summary>
    public const int Length = 2 * Fp.Length;

    internal readonly Fp A;
    internal readonly Fp B;

    internal Fp2(in Fp a, in Fp b)
    {
        A = a;
        B = b;
    }

    /// <summary>Gets 0.</summary>
    public static Fp2 Zero => default;

    /// <summary>Gets 1.</summary>
    public static Fp2 One => new(Fp.One, Fp.Zero);

    /// <summary>Gets whether this is 0.</summary>
    public bool IsZero => A.IsZero && B.IsZero;

    public static bool operator ==(in Fp2 a, in Fp2 b) => a.Equals(b);

    public static bool operator !=(in Fp2 a, in Fp2 b) => !a.Equals(b);

    public static Fp2 operator +(in Fp2 a, in Fp2 b) => new(a.A + b.A, a.B + b.B);

    public static Fp2 operator -(in Fp2 a, in Fp2 b) => new(a.A - b.A, a.B - b.B);

    public static Fp2 operator -(in Fp2 a) => new(-a.A, -a.B);

    /// <summary>Returns a·b; a may be loose.</summary>
    public static Fp2 operator *(in Fp2 a, in Fp2 b) =>
        new(Fp.SumOfProducts(a.A, b.A, a.B, Fp.NegateLoose(b.B)), Fp.SumOfProducts(a.A, b.B, a.B, b.A));

    public static Fp2 operator *(in Fp2 a, in Fp b) => new(a.A * b, a.B * b);

    /// <summary>Returns a + b with both coefficients below 2p: a left factor and nothing else.</summary>
    public static Fp2 AddLoose(in Fp2 a, in Fp2 b) => new(Fp.AddLoose(a.A, b.A), Fp.AddLoose(a.B, b.B));

    /// <summary>Returns a·b + c·d under one reduction for each coefficient.</summary>
    public static Fp2 SumOfProducts(in Fp2 a, in Fp2 b, in Fp2 c, in Fp2 d) =>
        new(Real(a.ConjugateLoose(), b, c.ConjugateLoose(), d), Imaginary(a, b, c, d));

    /// <summary>
    /// Returns a² + ξ·b²: (a₀ + a₁)(a₀ − a₁) + (b₀ − b₁)² − 2b₁² and 2a₀a₁ + (b₀ + b₁)² − 2b₁². Left factors add up to 5p at most.
    /// </summary>
    public static Fp2 SquarePlusXiSquare(in Fp2 a, in Fp2 b)
    {
        var last = new Fp2(Fp.AddLoose(b.B, b.B), Fp.NegateLoose(b.B));
        return new(
            SumWithSquare(Fp.AddLoose(a.A, a.B), a.A - a.B, b.A - b.B, last),
            SumWithSquare(Fp.AddLoose(a.A, a.A), a.B, b.A + b.B, last));
    }

    /// <summary>Returns 3a + 2b.</summary>
    public static Fp2 ThricePlusTwice(in Fp2 a, in Fp2 b) => new(Fp.ThricePlusTwice(a.A, b.A), Fp.ThricePlusTwice(a.B, b.B));

    /// <summary>Returns 3a − 2b.</summary>
    public static Fp2 ThriceMinusTwice(in Fp2 a, in Fp2 b) =>
        new(Fp.ThricePlusTwice(a.A, Fp.NegateLoose(b.A)), Fp.ThricePlusTwice(a.B, Fp.NegateLoose(b.B)));

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static Fp2 Select(ulong mask, in Fp2 a, in Fp2 b) => new(Fp.Select(mask, a.A, b.A), Fp.Select(mask, a.B, b.B));

    /// <summary>Reads 64 bytes, A ‖ B; false when a coefficient is not below p.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Fp2 element)
    {
        var valid = Fp.TryRead(bytes[..Fp.Length], out var a) & Fp.TryRead(bytes[Fp.Length..Length], out var b);
        element = valid ? new(a, b) : default;
        return valid;
    }

    /// <summary>Writes 64 bytes, A ‖ B.</summary>
    public void Write(Span<byte> destination)
    {
        A.Write(destination);
        B.Write(destination[Fp.Length..]);
    }

    /// <summary>Returns a² = (A + B)(A − B) + 2AB·i.</summary>
    public Fp2 Square() => new(Fp.AddLoose(A, B) * (A - B), Fp.AddLoose(A, A) * B);

    public Fp2 Double() => this + this;

    public Fp2 Halve() => new(A.Halve(), B.Halve());

    /// <summary>Returns A − B·i, which is a^p.</summary>
    public Fp2 Conjugate() => new(A, -B);

    /// <summary>Returns A + (p − B)·i: a factor that needs no reduction.</summary>
    public Fp2 ConjugateLoose() => new(A, Fp.NegateLoose(B));

    /// <summary>Returns a·ξ = a·(1 + i).</summary>
    public Fp2 MultiplyByXi() => new(A - B, A + B);

    /// <summary>Returns 1/a = (A − B·i)/(A² + B²); 0 gives 0.</summary>
    public Fp2 Invert()
    {
        var norm = Fp.SumOfProducts(A, A, B, B).Invert();
        return new(A * norm, -(B * norm));
    }

    public bool Equals(Fp2 other) => A.Equals(other.A) & B.Equals(other.B);

    public override bool Equals(object? obj) => obj is Fp2 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(A, B);

    // Real and imaginary parts are methods of their own because the compiler inlines only so much into one.

    /// <summary>Returns the real part of a·b + c·d from the conjugates of a and c.</summary>
    private static Fp Real(in Fp2 a, in Fp2 b, in Fp2 c, in Fp2 d)
    {
        unchecked
        {
            var t = default(Accumulator);
            t.Reduce(t.AddProduct(a.A, b.A.L0) + t.AddProduct(a.B, b.B.L0) + t.AddProduct(c.A, d.A.L0) + t.AddProduct(c.B, d.B.L0));
            t.Reduce(t.AddProduct(a.A, b.A.L1) + t.AddProduct(a.B, b.B.L1) + t.AddProduct(c.A, d.A.L1) + t.AddProduct(c.B, d.B.L1));
            t.Reduce(t.AddProduct(a.A, b.A.L2) + t.AddProduct(a.B, b.B.L2) + t.AddProduct(c.A, d.A.L2) + t.AddProduct(c.B, d.B.L2));
            t.Reduce(t.AddProduct(a.A, b.A.L3) + t.AddProduct(a.B, b.B.L3) + t.AddProduct(c.A, d.A.L3) + t.AddProduct(c.B, d.B.L3));
            return t.ToElement();
        }
    }

    /// <summary>Returns the imaginary part of a·b + c·d.</summary>
    private static Fp Imaginary(in Fp2 a, in Fp2 b, in Fp2 c, in Fp2 d)
    {
        unchecked
        {
            var t = default(Accumulator);
            t.Reduce(t.AddProduct(a.A, b.B.L0) + t.AddProduct(a.B, b.A.L0) + t.AddProduct(c.A, d.B.L0) + t.AddProduct(c.B, d.A.L0));
            t.Reduce(t.AddProduct(a.A, b.B.L1) + t.AddProduct(a.B, b.A.L1) + t.AddProduct(c.A, d.B.L1) + t.AddProduct(c.B, d.A.L1));
            t.Reduce(t.AddProduct(a.A, b.B.L2) + t.AddProduct(a.B, b.A.L2) + t.AddProduct(c.A, d.B.L2) + t.AddProduct(c.B, d.A.L2));
            t.Reduce(t.AddProduct(a.A, b.B.L3) + t.AddProduct(a.B, b.A.L3) + t.AddProduct(c.A, d.B.L3) + t.AddProduct(c.B, d.A.L3));
            return t.ToElement();
        }
    }

    /// <summary>Returns left·right + root² + last.A·last.B.</summary>
    private static Fp SumWithSquare(in Fp left, in Fp right, in Fp root, in Fp2 last)
    {
        unchecked
        {
            var t = default(Accumulator);
            t.Reduce(t.AddProduct(left, right.L0) + t.AddProduct(root, root.L0) + t.AddProduct(last.A, last.B.L0));
            t.Reduce(t.AddProduct(left, right.L1) + t.AddProduct(root, root.L1) + t.AddProduct(last.A, last.B.L1));
            t.Reduce(t.AddProduct(left, right.L2) + t.AddProduct(root, root.L2) + t.AddProduct(last.A, last.B.L2));
            t.Reduce(t.AddProduct(left, right.L3) + t.AddProduct(root, root.L3) + t.AddProduct(last.A, last.B.L3));
            return t.ToElement();
        }
    }
}

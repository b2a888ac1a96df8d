using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>
/// An element of the prime field, x·2²⁵⁶ mod p in four limbs, always reduced below p. Operations run in constant time. Results of the
/// operations called loose are below 2p only, and may be a left factor of a product and nothing else.
/// </summary>
internal readonly struct Fp : IEquatable<Fp>
{
    /// <summary>The length of an element's bytes.</summary>
    public const int Length = 32;

    internal const ulong P0 = 0xA700000000000013;
    internal const ulong P1 = 0x6121000000000013;
    internal const ulong P2 = 0xBA344D8000000008;
    internal const ulong P3 = 0x2523648240000001;

    /// <summary>−1/p mod 2⁶⁴.</summary>
    internal const ulong NegativeInverse = 0x08435E50D79435E5;

    internal readonly ulong L0;
    internal readonly ulong L1;
    internal readonly ulong L2;
    internal readonly ulong L3;

    internal Fp(ulong l0, ulong l1, ulong l2, ulong l3)
    {
        L0 = l0;
        L1 = l1;
        L2 = l2;
        L3 = l3;
    }

    /// <summary>Gets 0.</summary>
    public static Fp Zero => default;

    /// <summary>Gets 1, that is 2²⁵⁶ mod p.</summary>
    public static Fp One => new(0x15FFFFFFFFFFFF8E, 0xB939FFFFFFFFFF8A, 0xA2C62EFFFFFFFFCD, 0x212BA4F27FFFFFF5);

    /// <summary>Gets 2²⁵⁶ as an element, that is 2⁵¹² mod p.</summary>
    private static Fp Radix => new(0xB3E886745370473D, 0x55EFBF6E8C1CC3F1, 0x281E3A1B7F86954F, 0x1B0A32FDF6403A3D);

    private static ReadOnlySpan<ulong> MinusTwo => [P0 - 2, P1, P2, P3];

    /// <summary>(p+1)/4; p mod 4 = 3, so that a^((p+1)/4) is a root of every square a.</summary>
    private static ReadOnlySpan<ulong> RootExponent => [0xE9C0000000000005, 0x1848400000000004, 0x6E8D136000000002, 0x0948D92090000000];

    /// <summary>Gets whether this is 0.</summary>
    public bool IsZero => (L0 | L1 | L2 | L3) == 0;

    public static bool operator ==(in Fp a, in Fp b) => a.Equals(b);

    public static bool operator !=(in Fp a, in Fp b) => !a.Equals(b);

    public static Fp operator +(in Fp a, in Fp b)
    {
        var carry = 0UL;
        var t0 = Limb.Add(a.L0, b.L0, ref carry);
        var t1 = Limb.Add(a.L1, b.L1, ref carry);
        var t2 = Limb.Add(a.L2, b.L2, ref carry);
        return ReduceOnce(t0, t1, t2, unchecked(a.L3 + b.L3 + carry));
    }

    public static Fp operator -(in Fp a, in Fp b)
    {
        var borrow = 0UL;
        var t0 = Limb.Subtract(a.L0, b.L0, ref borrow);
        var t1 = Limb.Subtract(a.L1, b.L1, ref borrow);
        var t2 = Limb.Subtract(a.L2, b.L2, ref borrow);
        var t3 = Limb.Subtract(a.L3, b.L3, ref borrow);
        var mask = unchecked(0UL - borrow);
        var carry = 0UL;
        t0 = Limb.Add(t0, P0 & mask, ref carry);
        t1 = Limb.Add(t1, P1 & mask, ref carry);
        t2 = Limb.Add(t2, P2 & mask, ref carry);
        return new(t0, t1, t2, unchecked(t3 + (P3 & mask) + carry));
    }

    public static Fp operator -(in Fp a) => Zero - a;

    public static Fp operator *(in Fp a, in Fp b)
    {
        var t = default(Accumulator);
        t.Reduce(t.AddProduct(a, b.L0));
        t.Reduce(t.AddProduct(a, b.L1));
        t.Reduce(t.AddProduct(a, b.L2));
        t.Reduce(t.AddProduct(a, b.L3));
        return t.ToElement();
    }

    /// <summary>Returns a·b + c·d under one reduction; a and c may be loose, b and d may be p itself.</summary>
    public static Fp SumOfProducts(in Fp a, in Fp b, in Fp c, in Fp d)
    {
        unchecked
        {
            var t = default(Accumulator);
            t.Reduce(t.AddProduct(a, b.L0) + t.AddProduct(c, d.L0));
            t.Reduce(t.AddProduct(a, b.L1) + t.AddProduct(c, d.L1));
            t.Reduce(t.AddProduct(a, b.L2) + t.AddProduct(c, d.L2));
            t.Reduce(t.AddProduct(a, b.L3) + t.AddProduct(c, d.L3));
            return t.ToElement();
        }
    }

    /// <summary>Returns a + b without reduction, below 2p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp AddLoose(in Fp a, in Fp b)
    {
        var carry = 0UL;
        var t0 = Limb.Add(a.L0, b.L0, ref carry);
        var t1 = Limb.Add(a.L1, b.L1, ref carry);
        var t2 = Limb.Add(a.L2, b.L2, ref carry);
        return new(t0, t1, t2, unchecked(a.L3 + b.L3 + carry));
    }

    /// <summary>Returns p − a, in 1 … p: as a right factor it needs no reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp NegateLoose(in Fp a)
    {
        var borrow = 0UL;
        var t0 = Limb.Subtract(P0, a.L0, ref borrow);
        var t1 = Limb.Subtract(P1, a.L1, ref borrow);
        var t2 = Limb.Subtract(P2, a.L2, ref borrow);
        return new(t0, t1, t2, unchecked(P3 - a.L3 - borrow));
    }

    /// <summary>
    /// Returns 3a + 2b, where b may be p itself. The sum is below 5p; 6·t₃/2⁶⁴ is its quotient by p or one less.
    /// </summary>
    public static Fp ThricePlusTwice(in Fp a, in Fp b)
    {
        unchecked
        {
            var sum = AddLoose(a, b);
            var twice = new Fp(sum.L0 << 1, (sum.L1 << 1) | (sum.L0 >> 63), (sum.L2 << 1) | (sum.L1 >> 63), (sum.L3 << 1) | (sum.L2 >> 63));
            var t = AddLoose(twice, a);
            var quotient = Limb.High(t.L3, 6);
            var borrow = 0UL;
            var r0 = Limb.Subtract(t.L0, Limb.MultiplyAdd(quotient, P0, 0, out var carry), ref borrow);
            var r1 = Limb.Subtract(t.L1, Limb.MultiplyAdd(quotient, P1, carry, out carry), ref borrow);
            var r2 = Limb.Subtract(t.L2, Limb.MultiplyAdd(quotient, P2, carry, out carry), ref borrow);
            return ReduceOnce(r0, r1, r2, t.L3 - ((quotient * P3) + carry) - borrow);
        }
    }

    /// <summary>Returns the value of four limbs, which must be below 2p, reduced below p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp ReduceOnce(ulong t0, ulong t1, ulong t2, ulong t3)
    {
        var borrow = 0UL;
        var r0 = Limb.Subtract(t0, P0, ref borrow);
        var r1 = Limb.Subtract(t1, P1, ref borrow);
        var r2 = Limb.Subtract(t2, P2, ref borrow);
        var r3 = Limb.Subtract(t3, P3, ref borrow);
        var keep = unchecked(0UL - borrow);
        return new(r0 ^ ((r0 ^ t0) & keep), r1 ^ ((r1 ^ t1) & keep), r2 ^ ((r2 ^ t2) & keep), r3 ^ ((r3 ^ t3) & keep));
    }

    /// <summary>Returns <paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    public static Fp Select(ulong mask, in Fp a, in Fp b) =>
        new(b.L0 ^ ((a.L0 ^ b.L0) & mask), b.L1 ^ ((a.L1 ^ b.L1) & mask), b.L2 ^ ((a.L2 ^ b.L2) & mask), b.L3 ^ ((a.L3 ^ b.L3) & mask));

    /// <summary>Returns the element of a small integer.</summary>
    public static Fp FromInteger(ulong value) => Radix * new Fp(value, 0, 0, 0);

    /// <summary>Reads 32 bytes, big-endian; false when the integer is not below p.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Fp element)
    {
        var raw = ReadLimbs(bytes);
        var borrow = 0UL;
        _ = Limb.Subtract(raw.L0, P0, ref borrow);
        _ = Limb.Subtract(raw.L1, P1, ref borrow);
        _ = Limb.Subtract(raw.L2, P2, ref borrow);
        _ = Limb.Subtract(raw.L3, P3, ref borrow);
        element = borrow == 1 ? Radix * raw : default;
        return borrow == 1;
    }

    /// <summary>Reads a big-endian integer of any length and reduces it modulo p.</summary>
    public static Fp ReadReduced(ReadOnlySpan<byte> bytes)
    {
        Span<byte> block = stackalloc byte[Length];
        var result = Zero;
        while (!bytes.IsEmpty)
        {
            var take = bytes.Length % Length == 0 ? Length : bytes.Length % Length;
            block.Clear();
            bytes[..take].CopyTo(block[(Length - take)..]);
            result = (result * Radix) + (Radix * ReadLimbs(block));
            bytes = bytes[take..];
        }

        return result;
    }

    /// <summary>Writes 32 bytes, big-endian.</summary>
    public void Write(Span<byte> destination)
    {
        var value = this * new Fp(1, 0, 0, 0);
        BinaryPrimitives.WriteUInt64BigEndian(destination, value.L3);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], value.L2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], value.L1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], value.L0);
    }

    public Fp Square() => this * this;

    public Fp Double() => this + this;

    /// <summary>Returns a/2.</summary>
    public Fp Halve()
    {
        unchecked
        {
            var mask = 0UL - (L0 & 1);
            var carry = 0UL;
            var t0 = Limb.Add(L0, P0 & mask, ref carry);
            var t1 = Limb.Add(L1, P1 & mask, ref carry);
            var t2 = Limb.Add(L2, P2 & mask, ref carry);
            var t3 = L3 + (P3 & mask) + carry;
            return new((t0 >> 1) | (t1 << 63), (t1 >> 1) | (t2 << 63), (t2 >> 1) | (t3 << 63), t3 >> 1);
        }
    }

    /// <summary>Returns 1/a as a^(p−2); 0 gives 0.</summary>
    public Fp Invert() => Power(MinusTwo);

    /// <summary>Returns a^((p+1)/4); false when that is no root of a, because a is no square.</summary>
    public bool TrySquareRoot(out Fp root)
    {
        root = Power(RootExponent);
        return root.Square() == this;
    }

    public bool Equals(Fp other) => ((L0 ^ other.L0) | (L1 ^ other.L1) | (L2 ^ other.L2) | (L3 ^ other.L3)) == 0;

    public override bool Equals(object? obj) => obj is Fp other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(L0, L1, L2, L3);

    private static Fp ReadLimbs(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes));

    /// <summary>Raises to a fixed exponent, four bits at a time; the branch depends on the exponent alone.</summary>
    private Fp Power(ReadOnlySpan<ulong> exponent)
    {
        Span<Fp> powers = stackalloc Fp[16];
        powers[0] = One;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * this;

        var result = One;
        for (var shift = 252; shift >= 0; shift -= 4)
        {
            result = result.Square().Square().Square().Square();
            var digit = (int)((exponent[shift / 64] >> (shift % 64)) & 15);
            if (digit != 0)
                result *= powers[digit];
        }

        return result;
    }
}

using System.Buffers.Binary;

namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>An integer modulo the group order r, as x·2²⁵⁶ mod r in four limbs. Operations run in constant time.</summary>
internal readonly struct Fr : IEquatable<Fr>
{
    /// <summary>The length of a scalar's bytes.</summary>
    public const int Length = 32;

    private const int Limbs = 4;

    /// <summary>−1/r mod 2⁶⁴.</summary>
    private const ulong NegativeInverse = 0xEA3B13B13B13B13B;

    private readonly ulong _l0;
    private readonly ulong _l1;
    private readonly ulong _l2;
    private readonly ulong _l3;

    private Fr(ReadOnlySpan<ulong> limbs)
    {
        _l0 = limbs[0];
        _l1 = limbs[1];
        _l2 = limbs[2];
        _l3 = limbs[3];
    }

    public static Fr Zero => default;

    public static Fr One { get; } = FromInteger(1);

    public bool IsZero => (_l0 | _l1 | _l2 | _l3) == 0;

    /// <summary>Gets r.</summary>
    private static ReadOnlySpan<ulong> Order => [0xA10000000000000D, 0xFF9F800000000010, 0xBA344D8000000007, 0x2523648240000001];

    private static ReadOnlySpan<ulong> OrderMinusTwo => [0xA10000000000000B, 0xFF9F800000000010, 0xBA344D8000000007, 0x2523648240000001];

    /// <summary>Gets 2⁵¹² mod r, which brings an integer into this form.</summary>
    private static Fr Radix => new([0xDF8596B6F40AA7A1, 0xE0885092E2231EC3, 0xC300765B575D5A78, 0x24E8B3BC325F9035]);

    public static Fr operator +(in Fr a, in Fr b)
    {
        Span<ulong> sum = stackalloc ulong[Limbs];
        var carry = 0UL;
        sum[0] = Limb.Add(a._l0, b._l0, ref carry);
        sum[1] = Limb.Add(a._l1, b._l1, ref carry);
        sum[2] = Limb.Add(a._l2, b._l2, ref carry);
        sum[3] = Limb.Add(a._l3, b._l3, ref carry);
        return ReduceOnce(sum);
    }

    public static Fr operator -(in Fr a, in Fr b)
    {
        Span<ulong> difference = stackalloc ulong[Limbs];
        var borrow = 0UL;
        difference[0] = Limb.Subtract(a._l0, b._l0, ref borrow);
        difference[1] = Limb.Subtract(a._l1, b._l1, ref borrow);
        difference[2] = Limb.Subtract(a._l2, b._l2, ref borrow);
        difference[3] = Limb.Subtract(a._l3, b._l3, ref borrow);
        var mask = unchecked(0UL - borrow);
        var carry = 0UL;
        for (var i = 0; i < Limbs; i++)
            difference[i] = Limb.Add(difference[i], Order[i] & mask, ref carry);
        return new(difference);
    }

    public static Fr operator *(in Fr a, in Fr b)
    {
        ReadOnlySpan<ulong> left = [a._l0, a._l1, a._l2, a._l3];
        ReadOnlySpan<ulong> right = [b._l0, b._l1, b._l2, b._l3];
        return Multiply(left, right);
    }

    public static Fr FromInteger(ulong value) => Multiply([Radix._l0, Radix._l1, Radix._l2, Radix._l3], [value, 0, 0, 0]);

    /// <summary>Reads 32 bytes, big-endian; false when the integer is not below r.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Fr value)
    {
        Span<ulong> raw = stackalloc ulong[Limbs];
        ReadLimbs(bytes, raw);
        var borrow = 0UL;
        for (var i = 0; i < Limbs; i++)
            _ = Limb.Subtract(raw[i], Order[i], ref borrow);
        value = borrow == 1 ? FromRaw(raw) : default;
        return borrow == 1;
    }

    /// <summary>Reads a big-endian integer of any length and reduces it modulo r.</summary>
    public static Fr ReadReduced(ReadOnlySpan<byte> bytes)
    {
        Span<byte> block = stackalloc byte[Length];
        Span<ulong> raw = stackalloc ulong[Limbs];
        var result = Zero;
        while (!bytes.IsEmpty)
        {
            var take = bytes.Length % Length == 0 ? Length : bytes.Length % Length;
            block.Clear();
            bytes[..take].CopyTo(block[(Length - take)..]);
            ReadLimbs(block, raw);
            result = (result * Radix) + FromRaw(raw);
            bytes = bytes[take..];
        }

        block.Clear();
        raw.Clear();
        return result;
    }

    /// <summary>Writes 32 bytes, big-endian.</summary>
    public void Write(Span<byte> destination)
    {
        var value = Multiply([_l0, _l1, _l2, _l3], [1, 0, 0, 0]);
        BinaryPrimitives.WriteUInt64BigEndian(destination, value._l3);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], value._l2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], value._l1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], value._l0);
    }

    /// <summary>Returns 1/a as a^(r−2); 0 gives 0.</summary>
    public Fr Invert()
    {
        var result = One;
        for (var bit = 255; bit >= 0; bit--)
        {
            result *= result;
            if (((OrderMinusTwo[bit / 64] >> (bit % 64)) & 1) == 1)
                result *= this;
        }

        return result;
    }

    public bool Equals(Fr other) => ((_l0 ^ other._l0) | (_l1 ^ other._l1) | (_l2 ^ other._l2) | (_l3 ^ other._l3)) == 0;

    public override bool Equals(object? obj) => obj is Fr other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_l0, _l1, _l2, _l3);

    private static Fr FromRaw(ReadOnlySpan<ulong> raw) => Multiply([Radix._l0, Radix._l1, Radix._l2, Radix._l3], raw);

    private static void ReadLimbs(ReadOnlySpan<byte> bytes, Span<ulong> limbs)
    {
        for (var i = 0; i < Limbs; i++)
            limbs[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(Length - 8 - (8 * i))..]);
    }

    /// <summary>Returns a·b/2²⁵⁶ mod r for a below r, limb by limb of b; the running value stays below 2r.</summary>
    private static Fr Multiply(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        unchecked
        {
            Span<ulong> t = stackalloc ulong[Limbs];
            t.Clear();
            for (var i = 0; i < Limbs; i++)
            {
                var high = 0UL;
                for (var j = 0; j < Limbs; j++)
                    t[j] = Limb.MultiplyAdd(a[j], b[i], t[j], high, out high);

                var m = t[0] * NegativeInverse;
                _ = Limb.MultiplyAdd(m, Order[0], t[0], out var carry);
                for (var j = 1; j < Limbs; j++)
                    t[j - 1] = Limb.MultiplyAdd(m, Order[j], t[j], carry, out carry);
                t[Limbs - 1] = high + carry;
            }

            return ReduceOnce(t);
        }
    }

    private static Fr ReduceOnce(ReadOnlySpan<ulong> value)
    {
        Span<ulong> reduced = stackalloc ulong[Limbs];
        var borrow = 0UL;
        for (var i = 0; i < Limbs; i++)
            reduced[i] = Limb.Subtract(value[i], Order[i], ref borrow);
        var keep = unchecked(0UL - borrow);
        for (var i = 0; i < Limbs; i++)
            reduced[i] ^= (reduced[i] ^ value[i]) & keep;
        return new(reduced);
    }
}

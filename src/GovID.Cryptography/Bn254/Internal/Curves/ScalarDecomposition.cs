using System.Buffers.Binary;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>
/// Splits a scalar k into short ones for the endomorphisms: k = k₀ + k₁·λ on G1, k = Σ kᵢ·(6u²)ⁱ on G2 and in GT. The vector (k, 0, …) is
/// rounded to the nearest point of a lattice of multiples of r; cᵢ = k·gᵢ/2²⁵⁶ are its coordinates (Galbraith and Scott, 2008).
/// All arithmetic is modulo 2¹²⁸, in which the short results fit. Not for secret scalars.
/// </summary>
internal static class ScalarDecomposition
{
    private const int Limbs = 4;

    /// <summary>u.</summary>
    private static Int128 U => -(Int128)CurveParameter.Magnitude;

    /// <summary>Splits for G1 into two scalars of at most 127 bits and a sign.</summary>
    public static void ForG1(ReadOnlySpan<byte> scalar, Span<Int128> parts)
    {
        unchecked
        {
            Span<ulong> k = stackalloc ulong[Limbs];
            ReadLimbs(scalar, k);
            var c0 = -Quotient(k, [0x7937CA688A6B4905, 0x3, 0, 0]);
            var c1 = Quotient(k, [0xC0EB31FF36BF3358, 0xA01FAB7E04A017B9, 0x2, 0]);
            var a = (2 * U) + 1;
            var b = 6 * U * U;
            parts[0] = LowHalf(k) - (c0 * a) - (c1 * (b + (2 * U)));
            parts[1] = (c1 * a) - (c0 * (b + (4 * U) + 1));
        }
    }

    /// <summary>Splits for G2 and GT into four scalars of at most 66 bits and a sign.</summary>
    public static void ForG2(ReadOnlySpan<byte> scalar, Span<Int128> parts)
    {
        unchecked
        {
            Span<ulong> k = stackalloc ulong[Limbs];
            ReadLimbs(scalar, k);
            var c0 = Quotient(k, [0xB09FE7FDF43BA998, 0xE00A8E7F56E007E5, 0, 0]);
            var c1 = -Quotient(k, [0x01E5FD3997D41CB2, 0xDA75DB2DA3D68851, 0x52AFF56A8054ABF9, 0x1]);
            var c2 = -Quotient(k, [0x5F40F136EE84E09C, 0xED3AED96D1EB4429, 0xA957FAB5402A55FC, 0]);
            var c3 = -Quotient(k, [0x29D7B2667EA6F29D, 0xE00A8E7F56E007E9, 0, 0]);
            parts[0] = LowHalf(k) - (c0 * (U + 1)) - (c1 * ((2 * U) + 1)) - (c2 * 2 * U) - (c3 * (U - 1));
            parts[1] = -(c0 * U) + (c1 * U) - (c2 * ((2 * U) + 1)) - (c3 * ((4 * U) + 2));
            parts[2] = -(c0 * U) + (c1 * (U + 1)) - (c2 * ((2 * U) + 1)) - (c3 * (1 - (2 * U)));
            parts[3] = (c0 * 2 * U) + (c1 * U) - (c2 * ((2 * U) + 1)) - (c3 * (U - 1));
        }
    }

    /// <summary>Returns k·g/2²⁵⁶, rounded, modulo 2¹²⁸.</summary>
    private static Int128 Quotient(ReadOnlySpan<ulong> k, ReadOnlySpan<ulong> g)
    {
        Span<ulong> product = stackalloc ulong[2 * Limbs];
        product.Clear();
        for (var i = 0; i < Limbs; i++)
        {
            var high = 0UL;
            for (var j = 0; j < Limbs; j++)
                product[i + j] = Limb.MultiplyAdd(k[i], g[j], product[i + j], high, out high);
            product[i + Limbs] = high;
        }

        var quotient = new UInt128(product[Limbs + 1], product[Limbs]) + (product[Limbs - 1] >> 63);
        return unchecked((Int128)quotient);
    }

    private static Int128 LowHalf(ReadOnlySpan<ulong> k) => unchecked((Int128)new UInt128(k[1], k[0]));

    private static void ReadLimbs(ReadOnlySpan<byte> bytes, Span<ulong> limbs)
    {
        for (var i = 0; i < Limbs; i++)
            limbs[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(Fr.Length - 8 - (8 * i))..]);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>The kernel for AVX-512: 52-bit limbs, eight a vector.</summary>
/// <remarks>Rounding towards zero, which the instruction itself carries, makes every low half non-negative: 52 bits fit where rounding to nearest leaves 51.</remarks>
internal sealed unsafe class MontgomeryKernel512(BigInteger modulus) : MontgomeryKernel(modulus, Form)
{
    private const int Lanes = 8;
    private const int Radix = 52;
    private const double Two52 = 1L << Radix;
    private static readonly LimbForm Form = new(Radix, Lanes, Two52);

    public override void Multiply(double* left, double* right, double* result)
    {
        if (Stride == 5 * Lanes) MultiplyInRegisters(left, right, result);
        else MultiplyInMemory(left, right, result);
    }

    // Moduli of 1,661 to 2,076 bits: both operands, the modulus and the sums stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyInRegisters(double* left, double* right, double* result)
    {
        var high = Vector512.Create(Form.HighBias);
        var both = Vector512.Create(Form.BothBiases);
        var inverse = Vector512.Create(NegativeInverse);
        double* n = ModulusLimbs;
        Vector512<double> b0 = Vector512.Load(right), b1 = Vector512.Load(right + 8), b2 = Vector512.Load(right + 16);
        Vector512<double> b3 = Vector512.Load(right + 24), b4 = Vector512.Load(right + 32);
        Vector512<double> n0 = Vector512.Load(n), n1 = Vector512.Load(n + 8), n2 = Vector512.Load(n + 16);
        Vector512<double> n3 = Vector512.Load(n + 24), n4 = Vector512.Load(n + 32);
        Vector512<long> s0 = Vector512.Load(Start), s1 = Vector512.Load(Start + 8), s2 = Vector512.Load(Start + 16);
        Vector512<long> s3 = Vector512.Load(Start + 24), s4 = Vector512.Load(Start + 32);

        int limbs = Limbs;
        for (int i = 0; i < limbs; i++)
        {
            // S += a_i·b (low halves), q = -S_0/n_0, S += q·n (low halves), S /= 2^52, S += high halves of both.
            var a = Vector512.Create(left[i]);
            var h0 = Fused(a, b0, high);
            s0 += Fused(a, b0, both - h0).AsInt64();
            var q = Quotient(s0, inverse);
            Vector512<double> h1 = Fused(a, b1, high), h2 = Fused(a, b2, high), h3 = Fused(a, b3, high), h4 = Fused(a, b4, high);
            s1 += Fused(a, b1, both - h1).AsInt64();
            s2 += Fused(a, b2, both - h2).AsInt64();
            s3 += Fused(a, b3, both - h3).AsInt64();
            s4 += Fused(a, b4, both - h4).AsInt64();
            Vector512<double> g0 = Fused(q, n0, high), g1 = Fused(q, n1, high), g2 = Fused(q, n2, high);
            Vector512<double> g3 = Fused(q, n3, high), g4 = Fused(q, n4, high);
            s0 += Fused(q, n0, both - g0).AsInt64();
            s1 += Fused(q, n1, both - g1).AsInt64();
            s2 += Fused(q, n2, both - g2).AsInt64();
            s3 += Fused(q, n3, both - g3).AsInt64();
            s4 += Fused(q, n4, both - g4).AsInt64();
            s0 = Moved(s0, s1) + (h0.AsInt64() + g0.AsInt64() + LowestCarry(s0));
            s1 = Moved(s1, s2) + (h1.AsInt64() + g1.AsInt64());
            s2 = Moved(s2, s3) + (h2.AsInt64() + g2.AsInt64());
            s3 = Moved(s3, s4) + (h3.AsInt64() + g3.AsInt64());
            s4 = Moved(s4, Vector512<long>.Zero) + (h4.AsInt64() + g4.AsInt64());
        }

        var carry = Store(s0, Vector512<long>.Zero, 0, result);
        carry = Store(s1, carry, 8, result);
        carry = Store(s2, carry, 16, result);
        carry = Store(s3, carry, 24, result);
        _ = Store(s4, carry, 32, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyInMemory(double* left, double* right, double* result)
    {
        var high = Vector512.Create(Form.HighBias);
        var both = Vector512.Create(Form.BothBiases);
        var inverse = Vector512.Create(NegativeInverse);
        double* n = ModulusLimbs;
        int stride = Stride, limbs = Limbs;
        long* sums = stackalloc long[MaximumStride];
        for (int j = 0; j < stride; j += Lanes) Vector512.Load(Start + j).Store(sums + j);

        for (int i = 0; i < limbs; i++)
        {
            Vector512<double> a = Vector512.Create(left[i]), b = Vector512.Load(right), m = Vector512.Load(n);
            var h = Fused(a, b, high);
            var s = Vector512.Load(sums) + Fused(a, b, both - h).AsInt64();
            var q = Quotient(s, inverse);
            var g = Fused(q, m, high);
            s += Fused(q, m, both - g).AsInt64();
            var pending = h.AsInt64() + g.AsInt64() + LowestCarry(s);
            for (int j = Lanes; j < stride; j += Lanes)
            {
                (b, m) = (Vector512.Load(right + j), Vector512.Load(n + j));
                (h, g) = (Fused(a, b, high), Fused(q, m, high));
                var next = Vector512.Load(sums + j) + Fused(a, b, both - h).AsInt64() + Fused(q, m, both - g).AsInt64();
                (Moved(s, next) + pending).Store(sums + j - Lanes);
                pending = h.AsInt64() + g.AsInt64();
                s = next;
            }

            (Moved(s, Vector512<long>.Zero) + pending).Store(sums + stride - Lanes);
        }

        var carry = Vector512<long>.Zero;
        for (int j = 0; j < stride; j += Lanes) carry = Store(Vector512.Load(sums + j), carry, j, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Avx512F.FusedMultiplyAdd(left, right, addend, FloatRoundingMode.ToZero);

    // q = S_0·(-1/n) mod 2^52 in every lane. Setting the exponent bits of 2^52 and taking 2^52 away turns it into a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quotient(Vector512<long> sums, Vector512<long> inverse)
    {
        var product = Avx512DQ.MultiplyLow(Avx512F.BroadcastScalarToVector512(sums.GetLower().GetLower()), inverse);
        var bits = (product & Vector512.Create((1L << Radix) - 1)) | Vector512.Create(Two52).AsInt64();
        return bits.AsDouble() - Vector512.Create(Two52);
    }

    // Limb 0 is divisible by 2^52 now; its quotient belongs to limb 1, which the move makes limb 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> LowestCarry(Vector512<long> sums) => (sums >> Radix) & Vector512.CreateScalar(-1L);

    // One limb down; the lowest limb of the next vector comes in at the top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Moved(Vector512<long> sums, Vector512<long> next) => Avx512F.AlignRight64(next, sums, 1);

    // Takes the constants out and balances the limbs; returns the carries, the highest of which enters the next vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<long> Store(Vector512<long> sums, Vector512<long> lowerCarries, int position, double* result)
    {
        var exact = sums + Vector512.Load(End + position);
        var carries = (exact + Vector512.Create(1L << (Radix - 1))) >> Radix;
        var limbs = exact - (carries << Radix) + Avx512F.AlignRight64(carries, lowerCarries, Lanes - 1);
        Avx512DQ.ConvertToVector512Double(limbs).Store(result + position);
        return carries;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>The kernel for every other machine: 51-bit limbs, four a vector, rounding to nearest; fast wherever fused multiply-add is an instruction.</summary>
internal sealed unsafe class MontgomeryKernel256(BigInteger modulus) : MontgomeryKernel(modulus, Form)
{
    private const int Lanes = 4;
    private const int Radix = 51;
    private const double Two52 = 1L << 52;
    private static readonly LimbForm Form = new(Radix, Lanes, 1.5 * Two52);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(double* left, double* right, double* result)
    {
        var high = Vector256.Create(Form.HighBias);
        var both = Vector256.Create(Form.BothBiases);
        double* n = ModulusLimbs;
        int stride = Stride, limbs = Limbs;
        long* sums = stackalloc long[MaximumStride];
        for (int j = 0; j < stride; j += Lanes) Vector256.Load(Start + j).Store(sums + j);

        for (int i = 0; i < limbs; i++)
        {
            // S += a_i·b (low halves), q = -S_0/n_0, S += q·n (low halves), S /= 2^51, S += high halves of both.
            Vector256<double> a = Vector256.Create(left[i]), b = Vector256.Load(right), m = Vector256.Load(n);
            var h = Vector256.FusedMultiplyAdd(a, b, high);
            var s = Vector256.Load(sums) + Vector256.FusedMultiplyAdd(a, b, both - h).AsInt64();
            var q = Vector256.Create(Quotient(s.ToScalar()));
            var g = Vector256.FusedMultiplyAdd(q, m, high);
            s += Vector256.FusedMultiplyAdd(q, m, both - g).AsInt64();
            var pending = h.AsInt64() + g.AsInt64() + Vector256.CreateScalar(s.ToScalar() >> Radix);
            for (int j = Lanes; j < stride; j += Lanes)
            {
                (b, m) = (Vector256.Load(right + j), Vector256.Load(n + j));
                (h, g) = (Vector256.FusedMultiplyAdd(a, b, high), Vector256.FusedMultiplyAdd(q, m, high));
                var next = Vector256.Load(sums + j) + Vector256.FusedMultiplyAdd(a, b, both - h).AsInt64()
                    + Vector256.FusedMultiplyAdd(q, m, both - g).AsInt64();
                (Moved(s, next) + pending).Store(sums + j - Lanes);
                pending = h.AsInt64() + g.AsInt64();
                s = next;
            }

            (Moved(s, Vector256<long>.Zero) + pending).Store(sums + stride - Lanes);
        }

        Balance(sums, result);
    }

    // q = S_0·(-1/n) mod 2^51.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Quotient(long lowest) => unchecked(lowest * NegativeInverse) & ((1L << Radix) - 1);

    // One limb down; the lowest limb of the next vector comes in at the top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Moved(Vector256<long> sums, Vector256<long> next)
    {
        var rotation = Vector256.Create(1L, 2, 3, 0);
        return Vector256.ConditionalSelect(
            Vector256.Create(0L, 0, 0, -1), Vector256.Shuffle(next, rotation), Vector256.Shuffle(sums, rotation));
    }

    // Takes the constants out and balances the limbs.
    private void Balance(long* sums, double* result)
    {
        unchecked
        {
            long carry = 0;
            for (int j = 0; j < Stride; j++)
            {
                long exact = sums[j] + End[j] + carry;
                carry = (exact + (1L << (Radix - 1))) >> Radix;
                result[j] = exact - (carry << Radix);
            }
        }
    }
}

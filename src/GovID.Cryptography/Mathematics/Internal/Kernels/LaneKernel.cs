using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>Montgomery products of eight independent residues at once, one a lane, each modulo a number of its own.</summary>
/// <remarks>
/// The arithmetic of <see cref="MontgomeryKernel512"/> with limbs and lanes exchanged: nothing moves between lanes and the
/// eight chains hide each other's latency, which is what tests of primes want: many short exponentiations. Vector i of an
/// element holds limb i of all eight numbers. No branch and no address depends on a value.
/// </remarks>
internal sealed unsafe class LaneKernel
{
    /// <summary>Residues that are computed together.</summary>
    public const int Lanes = 8;

    private const int Radix = 52;
    private const int SlackBits = 4;
    private const double Two52 = 1L << Radix;
    private static readonly LimbForm Form = new(Radix, Lanes, Two52);

    private readonly AlignedBlock _memory;
    private readonly double* _modulus;
    private readonly long* _inverse;
    private readonly long* _start;
    private readonly long* _end;

    /// <summary>Prepares for moduli of at most so many bits.</summary>
    public LaneKernel(int bits)
    {
        Limbs = (bits + SlackBits + Radix - 1) / Radix;
        _memory = new AlignedBlock((Stride * 3) + Lanes);
        _modulus = _memory.Pointer;
        _start = (long*)(_modulus + Stride);
        _end = _start + Stride;
        _inverse = _end + Stride;
        FillCorrections();
    }

    /// <summary>Whether this machine can.</summary>
    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported;

    public int Limbs { get; }

    /// <summary>Doubles of an element.</summary>
    public int Stride => Limbs * Lanes;

    /// <summary>R = 2^Exponent is the factor of the Montgomery form.</summary>
    public int Exponent => Limbs * Radix;

    /// <summary>Gives a lane its modulus: an odd number of at most the bits prepared for.</summary>
    public void SetModulus(int lane, ReadOnlySpan<ulong> modulus)
    {
        Load(lane, modulus, _modulus);
        _inverse[lane] = MontgomeryKernel.NegatedInverse(modulus[0]);
    }

    /// <summary>Cuts a number below the modulus into balanced limbs of one lane.</summary>
    public void Load(int lane, ReadOnlySpan<ulong> number, double* element)
    {
        unchecked
        {
            long mask = (1L << Radix) - 1, half = 1L << (Radix - 1), carry = 0;
            for (int i = 0; i < Limbs; i++)
            {
                int word = i * Radix / 64, shift = i * Radix % 64;
                ulong bits = word < number.Length ? number[word] >> shift : 0;
                if (shift != 0 && word + 1 < number.Length) bits |= number[word + 1] << (64 - shift);
                long limb = ((long)bits & mask) + carry;
                carry = i < Limbs - 1 ? (limb + half) >> Radix : 0;
                element[(i * Lanes) + lane] = limb - (carry << Radix);
            }
        }
    }

    /// <summary>The lanes, as bits, in which both elements hold the same limbs.</summary>
    public uint Equal(double* left, double* right)
    {
        uint equal = (1u << Lanes) - 1;
        for (int i = 0; i < Stride; i += Lanes)
            equal &= (uint)Vector512.Equals(Vector512.Load(left + i), Vector512.Load(right + i)).ExtractMostSignificantBits();
        return equal;
    }

    /// <summary>result = left·right/R in every lane; the result may be one of the operands.</summary>
    public void Multiply(double* left, double* right, double* result)
    {
        long* sums = stackalloc long[Stride];
        Accumulate(left, right, sums);
        Balance(sums, Vector512<long>.Zero, result);
    }

    /// <summary>element = element²/R, and twice that in the lanes whose mask is all ones.</summary>
    public void SquareAndDouble(double* element, Vector512<long> doubled)
    {
        long* sums = stackalloc long[Stride];
        Accumulate(element, element, sums);
        Balance(sums, doubled, element);
    }

    public void Wipe() => _memory.Wipe();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(double* left, double* right, long* sums)
    {
        var high = Vector512.Create(Form.HighBias);
        var both = Vector512.Create(Form.BothBiases);
        var inverse = Vector512.Load(_inverse);
        double* n = _modulus;
        int stride = Stride;
        for (int j = 0; j < stride; j += Lanes) Vector512.Load(_start + j).Store(sums + j);

        for (int i = 0; i < stride; i += Lanes)
        {
            Vector512<double> a = Vector512.Load(left + i), b = Vector512.Load(right), m = Vector512.Load(n);
            var h = Fused(a, b, high);
            var s = Vector512.Load(sums) + Fused(a, b, both - h).AsInt64();
            var q = Quotient(s, inverse);
            var g = Fused(q, m, high);
            s += Fused(q, m, both - g).AsInt64();
            var pending = h.AsInt64() + g.AsInt64() + (s >> Radix);
            for (int j = Lanes; j < stride; j += Lanes)
            {
                (b, m) = (Vector512.Load(right + j), Vector512.Load(n + j));
                (h, g) = (Fused(a, b, high), Fused(q, m, high));
                (Vector512.Load(sums + j) + pending + Fused(a, b, both - h).AsInt64() + Fused(q, m, both - g).AsInt64()).Store(sums + j - Lanes);
                pending = h.AsInt64() + g.AsInt64();
            }

            pending.Store(sums + stride - Lanes);
        }
    }

    private void Balance(long* sums, Vector512<long> doubled, double* result)
    {
        var carry = Vector512<long>.Zero;
        var half = Vector512.Create(1L << (Radix - 1));
        for (int j = 0; j < Stride; j += Lanes)
        {
            var exact = Vector512.Load(sums + j) + Vector512.Load(_end + j);
            exact += (exact & doubled) + carry;
            carry = (exact + half) >> Radix;
            Avx512DQ.ConvertToVector512Double(exact - (carry << Radix)).Store(result + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Avx512F.FusedMultiplyAdd(left, right, addend, FloatRoundingMode.ToZero);

    // q = S_0·(-1/n) mod 2^52, lane by lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quotient(Vector512<long> sums, Vector512<long> inverse)
    {
        var bits = (Avx512DQ.MultiplyLow(sums, inverse) & Vector512.Create((1L << Radix) - 1)) | Vector512.Create(Two52).AsInt64();
        return bits.AsDouble() - Vector512.Create(Two52);
    }

    // As in MontgomeryKernel, with as many places as limbs: the place that enters at the top in round p meets high halves first.
    private void FillCorrections()
    {
        unchecked
        {
            for (int p = 0; p < Limbs; p++)
            {
                long start = -((2 * (p + 1) * Form.LowBits) + (2 * p * Form.HighBits));
                long end = -((2 * (Limbs - 1 - p) * Form.LowBits) + (2 * (Limbs - p) * Form.HighBits));
                Vector512.Create(start).Store(_start + (p * Lanes));
                Vector512.Create(end).Store(_end + (p * Lanes));
            }
        }
    }
}

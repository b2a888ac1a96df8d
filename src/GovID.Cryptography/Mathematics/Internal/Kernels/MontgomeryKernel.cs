using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>Montgomery products modulo one odd number, on limbs held as floating-point integers.</summary>
/// <remarks>
/// An element x stands for the residue x·R, R = 2^(w·L): L limbs of w bits, each an exact integer in a double and balanced
/// around zero, the whole in (-n, 2n). Fused multiply-add gives both halves of a limb product without rounding:
/// hi = fma(a, b, C) and lo = fma(a, b, (C + D) - hi) with C = 1.5·2^(52+w), where hi's last place weighs 2^w. The bit
/// patterns of hi and lo are integers plus a known constant, so they are summed as 64-bit integers and the constants are
/// taken out once. No branch and no address depends on a value: the same code serves secrets.
/// </remarks>
internal abstract unsafe class MontgomeryKernel
{
    /// <summary>The longest modulus: beyond it sums of limb products would leave 63 bits.</summary>
    public const int MaximumBits = 8192;

    /// <summary>Doubles of the longest element, of either kernel.</summary>
    protected const int MaximumStride = 168;

    // R is at least 2^4 times the modulus, so that products of elements in (-n, 2n) stay there without a comparison.
    private const int SlackBits = 4;

    private readonly int _radix;
    private readonly AlignedBlock _constants;
    private readonly double* _one;
    private readonly double* _plainOne;
    private readonly double* _square;

    protected MontgomeryKernel(BigInteger modulus, LimbForm form)
    {
        Modulus = modulus;
        _radix = form.Radix;
        Limbs = ((int)modulus.GetBitLength() + SlackBits + _radix - 1) / _radix;
        Stride = (Limbs + form.Lanes - 1) / form.Lanes * form.Lanes;
        NegativeInverse = NegatedInverse((ulong)(modulus & ulong.MaxValue));

        int line = (Stride + 7) & ~7;
        _constants = new AlignedBlock(6 * line);
        ModulusLimbs = _constants.Pointer;
        _one = ModulusLimbs + line;
        _plainOne = ModulusLimbs + (2 * line);
        _square = ModulusLimbs + (3 * line);
        Start = (long*)(ModulusLimbs + (4 * line));
        End = (long*)(ModulusLimbs + (5 * line));

        BigInteger r = (BigInteger.One << (_radix * Limbs)) % modulus;
        LoadPlain(modulus, ModulusLimbs);
        LoadPlain(r, _one);
        LoadPlain(BigInteger.One, _plainOne);
        LoadPlain(r * r % modulus, _square);
        FillCorrections(form);
    }

    public BigInteger Modulus { get; }

    /// <summary>Limbs of an element.</summary>
    public int Limbs { get; }

    /// <summary>Doubles that an element occupies: the limbs, filled up to whole vectors with zeros.</summary>
    public int Stride { get; }

    protected double* ModulusLimbs { get; }

    /// <summary>-1/n modulo 2^64.</summary>
    protected long NegativeInverse { get; }

    /// <summary>What accumulators start from, so that limbs leave the sum without the constants of their bit patterns.</summary>
    protected long* Start { get; }

    /// <summary>What is added to the limbs that are left at the end, for the same purpose.</summary>
    protected long* End { get; }

    /// <summary>The fastest kernel of this machine.</summary>
    public static MontgomeryKernel Create(BigInteger modulus) =>
        Avx512F.IsSupported && Avx512DQ.IsSupported ? new MontgomeryKernel512(modulus) : new MontgomeryKernel256(modulus);

    /// <summary>result = left·right/R; the result may be one of the operands.</summary>
    public abstract void Multiply(double* left, double* right, double* result);

    /// <summary>Brings a number in [0, n) into Montgomery form.</summary>
    public void Load(BigInteger value, double* result)
    {
        LoadPlain(value, result);
        Multiply(result, _square, result);
    }

    /// <summary>Takes an element out of Montgomery form, to the number in [0, n).</summary>
    public BigInteger Read(double* element)
    {
        using Arena.Scope scope = Arena.Enter();
        double* plain = scope.Take(Stride);
        Multiply(element, _plainOne, plain);
        return ReadPlain(plain);
    }

    /// <summary>The element of 1.</summary>
    public void LoadOne(double* result) => Copy(_one, result);

    public void Copy(double* from, double* to) => new ReadOnlySpan<double>(from, Stride).CopyTo(new Span<double>(to, Stride));

    // -1/n modulo 2^64 by Newton's iteration: each step doubles the number of right bits.
    internal static long NegatedInverse(ulong n)
    {
        unchecked
        {
            ulong inverse = n;
            for (int i = 0; i < 5; i++) inverse *= 2 - (n * inverse);
            return -(long)inverse;
        }
    }

    /// <summary>Cuts a number in [0, n) into limbs as it is; every limb but the highest becomes balanced: in [-2^(w-1), 2^(w-1)).</summary>
    public void LoadPlain(BigInteger value, double* result)
    {
        Span<ulong> words = stackalloc ulong[(MaximumBits / 64) + 2];
        words.Clear();
        _ = value.TryWriteBytes(MemoryMarshal.AsBytes(words), out _, isUnsigned: true);
        unchecked
        {
            long mask = (1L << _radix) - 1, half = 1L << (_radix - 1), carry = 0;
            for (int i = 0; i < Limbs; i++)
            {
                int word = i * _radix / 64, shift = i * _radix % 64;
                ulong bits = words[word] >> shift;
                if (shift != 0) bits |= words[word + 1] << (64 - shift);
                long limb = ((long)bits & mask) + carry;
                carry = i < Limbs - 1 ? (limb + half) >> _radix : 0;
                result[i] = limb - (carry << _radix);
            }
        }

        for (int i = Limbs; i < Stride; i++) result[i] = 0;
    }

    /// <summary>Puts the limbs together as they are, reduced to [0, n).</summary>
    public BigInteger ReadPlain(double* element)
    {
        Span<ulong> words = stackalloc ulong[(MaximumBits / 64) + 2];
        words.Clear();
        unchecked
        {
            long mask = (1L << _radix) - 1, carry = 0;
            for (int i = 0; i < Limbs; i++)
            {
                // Adding n first makes the whole positive.
                long limb = (long)element[i] + (long)ModulusLimbs[i] + carry;
                carry = limb >> _radix;
                int word = i * _radix / 64, shift = i * _radix % 64;
                words[word] |= (ulong)(limb & mask) << shift;
                if (shift != 0) words[word + 1] |= (ulong)(limb & mask) >> (64 - shift);
            }
        }

        var value = new BigInteger(MemoryMarshal.AsBytes(words), isUnsigned: true);
        while (value >= Modulus) value -= Modulus;
        return value;
    }

    // Position p of the accumulators moves one place down in each of the L rounds. It meets two low and two high halves per
    // round: low before the move, high after it. Places that are read (p < L at the start) must be free of constants when
    // they reach place 0; places left at the end are corrected once.
    private void FillCorrections(LimbForm form)
    {
        unchecked
        {
            for (int p = 0; p < Stride; p++)
            {
                Start[p] = p < Limbs ? -((2 * (p + 1) * form.LowBits) + (2 * p * form.HighBits)) : 0;
                int entered = Math.Max(p + Limbs - Stride, 0);
                int low = p + Limbs < Stride ? Limbs : Limbs - 1 - entered;
                End[p] = -((2 * low * form.LowBits) + (2 * (Limbs - entered) * form.HighBits));
            }
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Primality;

/// <summary>Tests of primes on <see cref="LaneKernel"/>: one base against eight candidates, or eight bases against one number.</summary>
internal static unsafe class LanePrimality
{
    private const int Lanes = LaneKernel.Lanes;
    private const int Window = 4;

    /// <summary>Tells of up to eight odd candidates of one length which pass 2^(n-1) = 1; without branches on any of them.</summary>
    /// <param name="candidates">One after the other, least significant limb first, each with its highest bit at <paramref name="bits"/> - 1.</param>
    /// <param name="bits">The length of every candidate.</param>
    /// <returns>A bit for each candidate.</returns>
    public static uint Fermat(ReadOnlySpan<ulong> candidates, int bits)
    {
        int limbs = (bits + 63) / 64, count = candidates.Length / limbs;
        var kernel = new LaneKernel(bits);
        using Arena.Scope scope = Arena.Enter(secret: true);
        double* power = scope.Take(kernel.Stride), one = scope.Take(kernel.Stride);
        Span<ulong> start = scope.TakeSpan<ulong>(limbs);
        Span<ulong> unit = scope.TakeSpan<ulong>(1);
        unit[0] = 1;
        for (int lane = 0; lane < Lanes; lane++)
        {
            // Lanes without a candidate repeat the last one.
            ReadOnlySpan<ulong> n = candidates.Slice(int.Min(lane, count - 1) * limbs, limbs);
            kernel.SetModulus(lane, n);
            MontgomeryOne(n, bits, kernel.Exponent, start);
            kernel.Load(lane, start, power);
            kernel.Load(lane, unit, one);
        }

        // n - 1 differs from n in bit 0 only.
        for (int bit = bits - 1; bit >= 0; bit--) kernel.SquareAndDouble(power, bit == 0 ? Vector512<long>.Zero : Mask(candidates, limbs, bit));
        kernel.Multiply(power, one, power);
        uint passed = kernel.Equal(power, one) & ((1u << count) - 1);
        kernel.Wipe();
        return passed;
    }

    /// <summary>Runs Miller-Rabin with so many random bases, eight at a time.</summary>
    public static bool MillerRabin(ReadOnlySpan<ulong> number, int rounds)
    {
        int bits = (number.Length * 64) - BitOperations.LeadingZeroCount(number[^1]);
        var kernel = new LaneKernel(bits);
        using Arena.Scope scope = Arena.Enter();
        double* minusOne = scope.Take(kernel.Stride), one = scope.Take(kernel.Stride);
        Span<ulong> predecessor = scope.TakeSpan<ulong>(number.Length);
        number.CopyTo(predecessor);
        predecessor[0]--;
        for (int lane = 0; lane < Lanes; lane++)
        {
            kernel.SetModulus(lane, number);
            kernel.Load(lane, [1], one);
            kernel.Load(lane, predecessor, minusOne);
        }

        for (int done = 0; done < rounds; done += Lanes)
        {
            if (!EightPass(kernel, number, one, minusOne)) return false;
        }

        return true;
    }

    // a^d = 1 or a^(d·2^r) = -1 for some r < twos, where n - 1 = d·2^twos, for eight random a.
    private static bool EightPass(LaneKernel kernel, ReadOnlySpan<ulong> number, double* one, double* minusOne)
    {
        int twos = TrailingZerosOfPredecessor(number);
        using Arena.Scope scope = Arena.Enter();
        double* power = scope.Take(kernel.Stride), plain = scope.Take(kernel.Stride);
        RaiseRandomBases(kernel, number, twos, power);
        kernel.Multiply(power, one, plain);
        uint passed = kernel.Equal(plain, one) | kernel.Equal(plain, minusOne);
        for (int i = 1; i < twos && passed != (1u << Lanes) - 1; i++)
        {
            kernel.Multiply(power, power, power);
            kernel.Multiply(power, one, plain);
            passed |= kernel.Equal(plain, minusOne);
        }

        return passed == (1u << Lanes) - 1;
    }

    // Fixed windows over d, the bits of n above the lowest `twos`. A random residue is random in Montgomery form as well.
    private static void RaiseRandomBases(LaneKernel kernel, ReadOnlySpan<ulong> number, int twos, double* power)
    {
        int bits = (number.Length * 64) - BitOperations.LeadingZeroCount(number[^1]), stride = kernel.Stride;
        using Arena.Scope scope = Arena.Enter();
        double* table = scope.Take(stride << Window);
        for (int lane = 0; lane < Lanes; lane++) kernel.Load(lane, RandomResidue(number, scope), table + stride);
        for (int i = 2; i < 1 << Window; i++) kernel.Multiply(table + ((i - 1) * stride), table + stride, table + (i * stride));

        bool started = false;
        for (int top = twos + ((bits - twos + Window - 1) / Window * Window); top > twos; top -= Window)
        {
            for (int i = 0; started && i < Window; i++) kernel.Multiply(power, power, power);
            int digit = 0;
            for (int bit = top - 1; bit >= top - Window; bit--) digit = (digit << 1) | Bit(number, bit);
            if (digit == 0) continue;
            double* entry = table + (digit * stride);
            if (started) kernel.Multiply(power, entry, power);
            else new ReadOnlySpan<double>(entry, stride).CopyTo(new Span<double>(power, stride));
            started = true;
        }
    }

    private static int Bit(ReadOnlySpan<ulong> number, int bit) =>
        bit >> 6 < number.Length ? (int)((number[bit >> 6] >> (bit & 63)) & 1) : 0;

    // n is odd, so that n - 1 has the same limbs but for bit 0.
    private static int TrailingZerosOfPredecessor(ReadOnlySpan<ulong> number)
    {
        int bit = 1;
        while (Bit(number, bit) == 0) bit++;
        return bit;
    }

    // Uniform in [2, n - 1).
    private static Span<ulong> RandomResidue(ReadOnlySpan<ulong> number, in Arena.Scope scope)
    {
        Span<ulong> draw = scope.TakeSpan<ulong>(number.Length);
        do
        {
            RandomBytes.Fill(MemoryMarshal.AsBytes(draw));
            draw[^1] &= ulong.MaxValue >> BitOperations.LeadingZeroCount(number[^1]);
        }
        while (IsBelowTwo(draw) || Subtract(draw, number, []) == 0);

        return draw;
    }

    private static bool IsBelowTwo(ReadOnlySpan<ulong> value) => value[0] < 2 && value[1..].IndexOfAnyExcept(0ul) < 0;

    // 2^exponent mod n by doublings, from 2^(bits - 1), which is below n; no branch depends on n.
    private static void MontgomeryOne(ReadOnlySpan<ulong> n, int bits, int exponent, Span<ulong> result)
    {
        Span<ulong> reduced = stackalloc ulong[n.Length];
        result.Clear();
        result[(bits - 1) / 64] = 1ul << ((bits - 1) % 64);
        for (int i = bits - 1; i < exponent; i++)
        {
            ulong top = result[^1] >> 63;
            for (int j = result.Length - 1; j > 0; j--) result[j] = (result[j] << 1) | (result[j - 1] >> 63);
            result[0] <<= 1;
            ulong keep = unchecked(0 - (Subtract(result, n, reduced) & ~top & 1));
            for (int j = 0; j < result.Length; j++) result[j] = (result[j] & keep) | (reduced[j] & ~keep);
        }

        reduced.Clear();
    }

    // The borrow of left - right; the difference goes to a span of that length, if there is one.
    private static ulong Subtract(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> difference)
    {
        ulong borrow = 0;
        for (int i = 0; i < left.Length; i++)
        {
            UInt128 result = unchecked((UInt128)left[i] - right[i] - borrow);
            borrow = unchecked((ulong)(result >> 64)) & 1;
            if (!difference.IsEmpty) difference[i] = unchecked((ulong)result);
        }

        return borrow;
    }

    private static Vector512<long> Mask(ReadOnlySpan<ulong> candidates, int limbs, int bit)
    {
        Span<long> masks = stackalloc long[Lanes];
        int count = candidates.Length / limbs;
        for (int lane = 0; lane < Lanes; lane++)
        {
            ulong word = candidates[(int.Min(lane, count - 1) * limbs) + (bit >> 6)];
            masks[lane] = -(long)((word >> (bit & 63)) & 1);
        }

        return Vector512.Create(masks);
    }
}

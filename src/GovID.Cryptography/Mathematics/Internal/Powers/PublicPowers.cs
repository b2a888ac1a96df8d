using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>Products of powers with public exponents: one chain of squarings for all factors, each with its own windows or table.</summary>
/// <remarks>
/// Interleaved sliding windows (Straus). Buckets (Pippenger) would save less than a fifth and only from a thousand bases
/// up, which no caller has. Time depends on the exponents.
/// </remarks>
internal static unsafe class PublicPowers
{
    private const int MaximumWindow = 7;

    /// <summary>Computes the product; exponents are not negative, and a base that comes with its table is long enough for it.</summary>
    public static void Evaluate(MontgomeryKernel kernel, ReadOnlySpan<PublicPower> powers, double* result)
    {
        using Arena.Scope scope = Arena.Enter();
        Span<Factor> factors = scope.TakeSpan<Factor>(powers.Length);
        int top = 0;
        for (int i = 0; i < powers.Length; i++)
        {
            factors[i] = powers[i].Table is null ? Windowed(kernel, in powers[i], scope) : Tabled(in powers[i], scope);
            top = Math.Max(top, factors[i].Top);
        }

        var product = new RunningProduct(kernel, result);
        for (int bit = top - 1; bit >= 0; bit--)
        {
            product.Square();
            for (int i = 0; i < factors.Length; i++)
            {
                if (bit >= factors[i].Top) continue;
                if (powers[i].Table is { } table) MultiplyColumn(ref product, table, in factors[i], bit);
                else MultiplyDigit(ref product, in factors[i], bit, kernel.Stride);
            }
        }

        product.Finish();
    }

    // A window of w bits costs 2^(w-1) products ahead and one in w + 1 bits.
    internal static int WindowFor(int bits)
    {
        int best = 1;
        for (int window = 2; window <= MaximumWindow; window++)
        {
            if (Cost(window) < Cost(best) - 1) best = window;
        }

        return best;

        double Cost(int window) => (1 << (window - 1)) + ((double)bits / (window + 1));
    }

    private static Factor Tabled(in PublicPower power, in Arena.Scope scope)
    {
        Span<ulong> words = Words(power.Exponent, scope);
        return new Factor
        {
            Top = power.Table!.Layout.Columns,
            Exponent = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(words)),
            ExponentLength = words.Length,
        };
    }

    private static Factor Windowed(MontgomeryKernel kernel, in PublicPower power, in Arena.Scope scope)
    {
        int bits = (int)power.Exponent.GetBitLength(), window = WindowFor(bits), stride = kernel.Stride;
        double* odd = scope.Take(stride << (window - 1));
        kernel.Load(power.Base, odd);
        if (window > 1)
        {
            double* square = scope.Take(stride);
            kernel.Multiply(odd, odd, square);
            for (int i = 1; i < 1 << (window - 1); i++) kernel.Multiply(odd + ((i - 1) * stride), square, odd + (i * stride));
        }

        byte* digits = (byte*)scope.Take((bits + sizeof(double) - 1) / sizeof(double));
        Recode(Words(power.Exponent, scope), bits, window, digits);
        return new Factor { Top = bits, Odd = odd, Digits = digits };
    }

    // Each window begins at a set bit, ends at a set bit, and is noted at its lowest bit as an odd number.
    private static void Recode(ReadOnlySpan<ulong> words, int bits, int window, byte* digits)
    {
        new Span<byte>(digits, bits).Clear();
        for (int high = bits - 1; high >= 0; high--)
        {
            if (!IsSet(words, high)) continue;
            int low = Math.Max(high - window + 1, 0);
            while (!IsSet(words, low)) low++;
            int digit = 0;
            for (int bit = high; bit >= low; bit--) digit = (digit << 1) | (IsSet(words, bit) ? 1 : 0);
            digits[low] = (byte)digit;
            high = low;
        }
    }

    private static bool IsSet(ReadOnlySpan<ulong> words, int bit) => ((words[bit >> 6] >> (bit & 63)) & 1) != 0;

    private static Span<ulong> Words(BigInteger value, in Arena.Scope scope)
    {
        Span<ulong> words = scope.TakeSpan<ulong>((int)((value.GetBitLength() + 63) / 64));
        words.Clear();
        _ = value.TryWriteBytes(MemoryMarshal.AsBytes(words), out _, isUnsigned: true);
        return words;
    }

    private static void MultiplyDigit(ref RunningProduct product, in Factor factor, int bit, nint stride)
    {
        int digit = factor.Digits[bit];
        if (digit != 0) product.Multiply(factor.Odd + ((digit >> 1) * stride));
    }

    private static void MultiplyColumn(ref RunningProduct product, FixedBaseTable table, in Factor factor, int column)
    {
        var exponent = new ReadOnlySpan<ulong>(factor.Exponent, factor.ExponentLength);
        for (int block = 0; block < table.Layout.Blocks; block++)
        {
            int pattern = table.Layout.Pattern(exponent, block, column);
            if (pattern != 0) product.Multiply(table.Entry(block, pattern));
        }
    }

    private struct Factor
    {
        public int Top;
        public double* Odd;
        public byte* Digits;
        public ulong* Exponent;
        public int ExponentLength;
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>Products of powers with secret exponents: the same products, reads and branches for every exponent of a declared length.</summary>
/// <remarks>
/// Fixed windows and combs on one chain of squarings. A table row is read whole and the entry picked by masks, so that
/// neither caches nor branch predictors see an exponent's bits. Products do not depend on values (<see cref="MontgomeryKernel"/>).
/// </remarks>
internal static unsafe class SecretPowers
{
    private const int MaximumWindow = 6;
    private const double ScanCost = 0.006;

    /// <summary>Computes the product over the exponents' magnitudes; a base that comes with its table is long enough for it.</summary>
    public static void Evaluate(MontgomeryKernel kernel, ReadOnlySpan<SecretPowerTerm> powers, double* result)
    {
        using Arena.Scope scope = Arena.Enter(secret: true);
        Span<Window> windows = scope.TakeSpan<Window>(powers.Length);
        int top = 0;
        for (int i = 0; i < powers.Length; i++)
        {
            windows[i] = powers[i].Table is null ? Prepare(kernel, in powers[i], scope) : default;
            top = Math.Max(top, powers[i].Table?.Layout.Columns ?? powers[i].Exponent.CapacityBits);
        }

        double* picked = scope.Take(kernel.Stride);
        var product = new RunningProduct(kernel, result);
        for (int bit = top - 1; bit >= 0; bit--)
        {
            product.Square();
            for (int i = 0; i < powers.Length; i++)
            {
                if (powers[i].Table is { } table) MultiplyColumn(ref product, table, powers[i].Exponent, bit, picked);
                else MultiplyWindow(ref product, in windows[i], powers[i].Exponent, bit, picked);
            }
        }

        product.Finish();
    }

    internal static int WindowFor(int bits)
    {
        int best = 1;
        for (int window = 2; window <= MaximumWindow; window++)
        {
            if (Cost(window) < Cost(best) - 1) best = window;
        }

        return best;

        double Cost(int window) => (1 << window) + ((double)bits / window * (1 + (ScanCost * (1 << window))));
    }

    // Every power of the base below 2^w, 1 included.
    private static Window Prepare(MontgomeryKernel kernel, in SecretPowerTerm power, in Arena.Scope scope)
    {
        int bits = WindowFor(power.Exponent.CapacityBits), stride = kernel.Stride;
        double* row = scope.Take(stride << bits);
        kernel.LoadOne(row);
        kernel.Load(power.Base, row + stride);
        for (int i = 2; i < 1 << bits; i++) kernel.Multiply(row + ((i - 1) * stride), row + stride, row + (i * stride));
        return new Window { Bits = bits, Row = row, Stride = stride };
    }

    private static void MultiplyWindow(ref RunningProduct product, in Window window, SecretNumber exponent, int bit, double* picked)
    {
        if (bit >= exponent.CapacityBits || bit % window.Bits != 0) return;
        ReadOnlySpan<ulong> limbs = exponent.Limbs;
        ulong digit = limbs[bit >> 6] >> (bit & 63);
        if ((bit & 63) + window.Bits > 64 && (bit >> 6) + 1 < limbs.Length) digit |= limbs[(bit >> 6) + 1] << (64 - (bit & 63));
        int pattern = (int)(digit & ((1ul << window.Bits) - 1));
        Pick(window.Row, window.Stride, 1 << window.Bits, pattern, picked);
        product.Multiply(picked);
    }

    private static void MultiplyColumn(ref RunningProduct product, FixedBaseTable table, SecretNumber exponent, int column, double* picked)
    {
        CombLayout layout = table.Layout;
        if (column >= layout.Columns) return;
        for (int block = 0; block < layout.Blocks; block++)
        {
            int pattern = layout.Pattern(exponent.Limbs, block, column);
            Pick(table.Row(block), table.Context.Kernel.Stride, 1 << layout.Teeth, pattern, picked);
            product.Multiply(picked);
        }
    }

    // Reads every entry of the row; the mask is all ones for the wanted one only.
    private static void Pick(double* row, int stride, int count, int wanted, double* picked)
    {
        var target = Vector256.Create((long)wanted);
        for (int j = 0; j < stride; j += Vector256<double>.Count)
        {
            Vector256<long> position = Vector256<long>.Zero, sum = Vector256<long>.Zero;
            double* entry = row + j;
            for (int i = 0; i < count; i++, entry += stride)
            {
                sum |= Vector256.Load((long*)entry) & Vector256.Equals(position, target);
                position += Vector256<long>.One;
            }

            sum.Store((long*)picked + j);
        }
    }

    private struct Window
    {
        public int Bits;
        public int Stride;
        public double* Row;
    }
}

using System.Numerics;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Powers;

namespace GovID.Cryptography.Mathematics;

/// <summary>Powers of one base, computed ahead: exponents up to a length then cost a fifth of a plain exponentiation or less.</summary>
/// <remarks>
/// A Lim-Lee comb with several blocks, cut so that the cost is least within the memory allowed. Immutable; safe for any
/// number of threads. Making one costs about as much as one or two exponentiations of that length.
/// </remarks>
public sealed unsafe class FixedBaseTable
{
    /// <summary>Memory of a table when nothing else is asked: 384 KiB, which holds 1,024 entries of a 2,048-bit modulus.</summary>
    public const int UsualBytes = 384 * 1024;

    /// <summary>The most memory of one table: 64 MiB.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    private readonly AlignedBlock _entries;

    private FixedBaseTable(ModularContext context, BigInteger @base, CombLayout layout)
    {
        (Context, Base, Layout) = (context, @base, layout);
        _entries = new AlignedBlock(layout.Entries * context.Kernel.Stride);
        Fill();
    }

    /// <summary>The modulus that the powers belong to.</summary>
    public ModularContext Context { get; }

    /// <summary>The base, in [0, modulus).</summary>
    public BigInteger Base { get; }

    /// <summary>The longest exponent that the table serves; a longer one is computed without it.</summary>
    public int MaximumBits => Layout.Bits;

    /// <summary>The memory that the table holds.</summary>
    public int SizeInBytes => _entries.Length * sizeof(double);

    internal CombLayout Layout { get; }

    /// <summary>Computes the table of a base.</summary>
    /// <param name="context">The modulus.</param>
    /// <param name="base">The base; it is reduced.</param>
    /// <param name="exponentBits">The longest exponent that will be asked for, at least 1 and at most 65,536.</param>
    /// <param name="forSecrets">Cuts the table for <see cref="PowSecret"/>, which reads whole rows; either use is right with either cut.</param>
    /// <param name="maximumBytes">The memory the table may take, at least enough for two entries, at most <see cref="MaximumBytes"/>.</param>
    public static FixedBaseTable Create(
        ModularContext context, BigInteger @base, int exponentBits, bool forSecrets = false, int maximumBytes = UsualBytes)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfLessThan(exponentBits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponentBits, ModularContext.MaximumExponentBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumBytes, MaximumBytes);
        int entries = maximumBytes / (context.Kernel.Stride * sizeof(double));
        ArgumentOutOfRangeException.ThrowIfLessThan(entries, 2, nameof(maximumBytes));
        return new FixedBaseTable(context, context.Reduce(@base), CombLayout.Choose(exponentBits, entries, forSecrets));
    }

    /// <summary>Raises the base to a public exponent of either sign.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the exponent is negative and the base has no inverse.</exception>
    public BigInteger Pow(BigInteger exponent) => Context.MultiPow(new PowerTerm(this, exponent));

    /// <summary>Raises the base to a secret exponent, in time that depends on its declared length and sign only.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the exponent is negative and the base has no inverse.</exception>
    public BigInteger PowSecret(SecretNumber exponent) => Context.MultiPowSecret(new SecretPowerTerm(this, exponent));

    /// <summary>The row of a block: 2^teeth entries in the order of their patterns.</summary>
    internal double* Row(int block) => _entries.Pointer + (((nint)block << Layout.Teeth) * Context.Kernel.Stride);

    /// <summary>One entry of a row.</summary>
    internal double* Entry(int block, int pattern) => Row(block) + ((nint)pattern * Context.Kernel.Stride);

    private void Fill()
    {
        MontgomeryKernel kernel = Context.Kernel;
        int stride = kernel.Stride, last = ((Layout.Teeth * Layout.Blocks) - 1) * Layout.Columns;
        using Arena.Scope scope = Arena.Enter();
        double* power = scope.Take(stride);
        kernel.Load(Base, power);

        // Walks base^(2^i); every power at a multiple of `columns` is the entry of a single tooth.
        for (int bit = 0; bit <= last; bit++)
        {
            if (bit > 0) kernel.Multiply(power, power, power);
            if (bit % Layout.Columns != 0) continue;
            (int tooth, int block) = Math.DivRem(bit / Layout.Columns, Layout.Blocks);
            kernel.Copy(power, Row(block) + ((nint)stride << tooth));
        }

        for (int block = 0; block < Layout.Blocks; block++) FillRow(kernel, Row(block));
    }

    // entry[pattern] = entry[pattern without its highest tooth] · entry[highest tooth alone]
    private void FillRow(MontgomeryKernel kernel, double* row)
    {
        kernel.LoadOne(row);
        for (int pattern = 1; pattern < 1 << Layout.Teeth; pattern++)
        {
            int highest = 1 << BitOperations.Log2((uint)pattern);
            if (highest == pattern) continue;
            nint stride = kernel.Stride;
            kernel.Multiply(row + (highest * stride), row + ((pattern ^ highest) * stride), row + (pattern * stride));
        }
    }
}

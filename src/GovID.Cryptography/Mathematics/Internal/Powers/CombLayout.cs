namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>How a fixed-base table cuts an exponent: teeth that are looked up together, blocks with a row each, columns that share squarings.</summary>
/// <remarks>Bit (t·blocks + k)·columns + j of the exponent is tooth t of block k in column j; row k holds every product of base^(2^((t·blocks + k)·columns)).</remarks>
internal readonly record struct CombLayout(int Teeth, int Blocks, int Columns)
{
    private const int MaximumTeeth = 12;
    private const int MaximumBlocks = 64;

    // Reading one entry of a row, when all must be read, in products.
    private const double ScanCost = 0.006;

    /// <summary>The longest exponent.</summary>
    public int Bits => Teeth * Blocks * Columns;

    /// <summary>Elements of the table.</summary>
    public int Entries => Blocks << Teeth;

    /// <summary>The cheapest layout for exponents of so many bits within so many entries.</summary>
    public static CombLayout Choose(int bits, long maximumEntries, bool secret)
    {
        CombLayout best = new(1, 1, bits);
        double bestCost = double.MaxValue;
        for (int teeth = 1; teeth <= MaximumTeeth; teeth++)
        {
            for (int blocks = 1; blocks <= MaximumBlocks && (long)blocks << teeth <= maximumEntries; blocks++)
            {
                CombLayout candidate = new(teeth, blocks, (bits + (teeth * blocks) - 1) / (teeth * blocks));
                double cost = candidate.Cost(secret);
                if (cost >= bestCost) continue;
                (best, bestCost) = (candidate, cost);
            }
        }

        return best;
    }

    /// <summary>What the teeth of a block show in a column: the index into the block's row.</summary>
    public int Pattern(ReadOnlySpan<ulong> exponent, int block, int column)
    {
        int pattern = 0;
        for (int tooth = Teeth - 1; tooth >= 0; tooth--)
        {
            int bit = (((tooth * Blocks) + block) * Columns) + column, word = bit >> 6;
            int value = word < exponent.Length ? (int)((exponent[word] >> (bit & 63)) & 1) : 0;
            pattern = (pattern << 1) | value;
        }

        return pattern;
    }

    private double Cost(bool secret) =>
        (Blocks * Columns * (secret ? 1 + (ScanCost * (1 << Teeth)) : 1 - (1.0 / (1 << Teeth)))) + Columns - 1;
}

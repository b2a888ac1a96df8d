using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Pairings;

/// <summary>The loop of the optimal ate pairing over one or more pairs, with the squarings shared (specification 10.2 of AnonCreds).</summary>
internal static class MillerLoop
{
    /// <summary>Returns the product of the Miller values; every point of G1 is given as (xP/yP, 1/yP).</summary>
    public static Fp12 Run(ReadOnlySpan<Fp2> points, ReadOnlySpan<PreparedLines> lines)
    {
        var f = Fp12.One;
        var index = 0;
        for (var bit = PreparedLines.LoopLength - 1; bit >= 0; bit--)
        {
            if (index > 0)
                f = f.Square();
            Multiply(ref f, points, lines, index++);
            if (PreparedLines.HasBit(bit))
                Multiply(ref f, points, lines, index++);
        }

        f = f.Conjugate(); // u is negative
        Multiply(ref f, points, lines, index++);
        Multiply(ref f, points, lines, index);
        return f;
    }

    private static void Multiply(ref Fp12 f, ReadOnlySpan<Fp2> points, ReadOnlySpan<PreparedLines> lines, int index)
    {
        for (var i = 0; i < points.Length; i++)
        {
            ref readonly var line = ref lines[i].Lines[index];
            f = f.MultiplyByLine(line.X * points[i].A, line.Constant * points[i].B);
        }
    }
}

namespace GovID.AnonCreds.Mathematics;

/// <summary>Every natural number is a sum of four squares (Lagrange); finds them (specification 7.3).</summary>
internal static class FourSquares
{
    /// <summary>Four roots in descending order, the largest first root first: each is at least its share of what is left.</summary>
    /// <param name="number">Not negative, below 2^34.</param>
    public static (long First, long Second, long Third, long Fourth) Find(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (var first = Root(number); first >= 0; first--)
        {
            var rest = number - (first * first);
            for (var second = Math.Min(first, Root(rest)); second >= 0 && 3 * second * second >= rest; second--)
            {
                if (TryTwo(rest - (second * second), second, out var third, out var fourth))
                    return (first, second, third, fourth);
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private static bool TryTwo(long rest, long limit, out long third, out long fourth)
    {
        for (third = Math.Min(limit, Root(rest)); third >= 0 && 2 * third * third >= rest; third--)
        {
            fourth = Root(rest - (third * third));
            if ((fourth * fourth) + (third * third) == rest)
                return true;
        }

        third = fourth = 0;
        return false;
    }

    private static long Root(long number)
    {
        var root = (long)Math.Sqrt(number);
        while (root * root > number)
            root--;
        while ((root + 1) * (root + 1) <= number)
            root++;
        return root;
    }
}

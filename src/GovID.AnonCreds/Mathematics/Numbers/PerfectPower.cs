using System.Numerics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>Recognises a number that is a power of a smaller one.</summary>
internal static class PerfectPower
{
    private const int SmallestFactorBits = 16;

    /// <summary>Whether a number without prime factors below 2^16 equals a^k for a k above 1.</summary>
    public static bool Is(BigInteger number)
    {
        var bits = (int)number.GetBitLength();
        for (var k = 2; k * SmallestFactorBits <= bits; k++)
        {
            if (IsPrime(k) && BigInteger.Pow(Root(number, k, bits), k) == number)
                return true;
        }

        return false;
    }

    /// <summary>The largest a with a^k ≤ number, by Newton's iteration from above.</summary>
    private static BigInteger Root(BigInteger number, int k, int bits)
    {
        var root = BigInteger.One << ((bits / k) + 1);
        while (true)
        {
            var next = ((root * (k - 1)) + (number / BigInteger.Pow(root, k - 1))) / k;
            if (next >= root)
                return root;
            root = next;
        }
    }

    private static bool IsPrime(int k)
    {
        for (var divisor = 2; divisor * divisor <= k; divisor++)
        {
            if (k % divisor == 0)
                return false;
        }

        return true;
    }
}

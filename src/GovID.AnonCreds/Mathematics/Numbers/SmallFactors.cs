using System.Numerics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>Finds prime factors below 2^16.</summary>
internal static class SmallFactors
{
    private const int Limit = 1 << 16;

    private static readonly BigInteger[] Products = MakeProducts();

    /// <summary>Whether an odd number has a prime factor below 2^16.</summary>
    public static bool Divide(BigInteger number) =>
        Products.Any(product => !BigInteger.GreatestCommonDivisor(number % product, product).IsOne);

    /// <summary>The odd primes below the limit, gathered into products of about a thousand bits, so that a check costs few divisions.</summary>
    private static BigInteger[] MakeProducts()
    {
        var composite = new bool[Limit];
        var products = new List<BigInteger> { BigInteger.One };
        for (var candidate = 3; candidate < Limit; candidate += 2)
        {
            if (composite[candidate])
                continue;
            for (var multiple = (long)candidate * candidate; multiple < Limit; multiple += 2 * candidate)
                composite[multiple] = true;
            if (products[^1].GetBitLength() > 1000)
                products.Add(BigInteger.One);
            products[^1] *= candidate;
        }

        return [.. products];
    }
}

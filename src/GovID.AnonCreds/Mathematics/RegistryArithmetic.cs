using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The powers of gamma and what is made of them (specification 10.5). L is the number of places; its own index has no bit.</summary>
internal static class RegistryArithmetic
{
    /// <summary>base^exponent for a public exponent.</summary>
    public static Scalar Power(Scalar value, int exponent)
    {
        var result = Scalar.One;
        for (var bit = int.Log2(Math.Max(exponent, 1)); bit >= 0; bit--)
        {
            result *= result;
            if (((exponent >> bit) & 1) == 1)
                result *= value;
        }

        return result;
    }

    /// <summary>z = e(g, g')^(gamma^(L+1)).</summary>
    public static Gt Z(RevocationPublicKey key, Scalar gamma, int places) =>
        Pairing.Compute(key.G, key.GDash).Power(Power(gamma, places + 1));

    /// <summary>g'·Σ gamma^k for k = 1 to L: the accumulator of a new registry, issued by default.</summary>
    public static G2Point InitialAccumulator(RevocationPublicKey key, Scalar gamma, int places)
    {
        Scalar power = gamma, sum = gamma;
        for (var k = 2; k <= places; k++)
        {
            power *= gamma;
            sum += power;
        }

        return key.GDash * sum;
    }

    /// <summary>acc' = acc + g'·(Σ issued gamma^(L+1−j) − Σ revoked gamma^(L+1−j)).</summary>
    public static G2Point Update(RevocationPublicKey key, Scalar gamma, RevocationStatusList list, IEnumerable<int> issued, IEnumerable<int> revoked)
    {
        var places = list.Revoked.Count;
        var sum = Scalar.Zero;
        foreach (var j in issued)
            sum += Power(gamma, places + 1 - j);
        foreach (var j in revoked)
            sum -= Power(gamma, places + 1 - j);
        return sum.IsZero ? list.Accumulator! : list.Accumulator! + (key.GDash * sum);
    }
}

using System.Numerics;
using System.Security.Cryptography;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The group of an issuer who knows its order p·q (specification 3.1). Wiped when disposed of.</summary>
internal sealed class IssuerGroup : IDisposable
{
    private readonly SecretNumber _p;
    private readonly SecretNumber _q;
    private readonly CrtModulus _modulus;

    /// <summary>Prepares the group of two Sophie Germain primes, which are copied.</summary>
    public IssuerGroup(SecretNumber p, SecretNumber q)
    {
        using SecretNumber factorP = SafePrime(p), factorQ = SafePrime(q);
        (_p, _q) = (p.Copy(), q.Copy());
        _modulus = CrtModulus.Create(factorP, factorQ);
        Order = p.Multiply(q);
    }

    public BigInteger N => _modulus.Modulus;

    /// <summary>p·q, the order of the quadratic residues.</summary>
    public SecretNumber Order { get; }

    public BigInteger Pow(BigInteger @base, SecretNumber exponent) => _modulus.PowSecret(@base, exponent);

    /// <summary>gen_x: uniform from 2 to p·q − 2.</summary>
    public SecretNumber RandomExponent()
    {
        using var three = SecretNumber.From(3);
        using var two = SecretNumber.From(2);
        using var limit = Order.Subtract(three);
        using var drawn = SecretNumber.RandomBelow(limit);
        return drawn.Add(two);
    }

    /// <summary>A square that generates all squares: of order neither p nor q nor 1.</summary>
    public BigInteger RandomGenerator()
    {
        while (true)
        {
            var x = SecretNumber.RandomBelow(N).Reveal();
            if (!BigNumber.AreCoprime(x, N))
                continue;
            var square = x * x % N;
            if (!square.IsOne && !Pow(square, _p).IsOne && !Pow(square, _q).IsOne)
                return square;
        }
    }

    public void Dispose()
    {
        _p.Dispose();
        _q.Dispose();
        _modulus.Dispose();
        Order.Dispose();
    }

    /// <summary>2·half + 1, declared no longer than it is: the length of a factor is no secret.</summary>
    private static SecretNumber SafePrime(SecretNumber half)
    {
        var bytes = new byte[(half.CapacityBits / 8) + 2];
        half.WriteBigEndian(bytes);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(((bytes[i] & 0x7F) << 1) | (i + 1 < bytes.Length ? bytes[i + 1] >> 7 : 1));
        var prime = SecretNumber.FromBigEndian(bytes.AsSpan().TrimStart((byte)0));
        CryptographicOperations.ZeroMemory(bytes);
        return prime;
    }
}

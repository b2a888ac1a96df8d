using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Tests.Mathematics.Tables;

public sealed class PreparedKeyTests
{
    private const int Uses = 6;

    // A Mersenne prime: every number below it is a unit.
    private static readonly BigInteger N = (BigInteger.One << 2203) - 1;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(602)]
    [InlineData(2432)]
    [InlineData(3072)]
    [InlineData(5000)]
    public void Powers_are_the_same_before_and_after_a_table_was_made(int bits)
    {
        var key = new PreparedKey(Key(2));
        BigInteger exponent = (BigInteger.One << bits) - 1;
        BigInteger s = Plain(key.Key.S, exponent), rctxt = Plain(key.Key.Rctxt, exponent), r = Plain(key.Key.R["a"], exponent);
        var z = Plain(key.Key.Z, exponent);
        for (var use = 0; use < Uses; use++)
        {
            key.Context.MultiPow(key.S(exponent)).ShouldBe(s);
            key.Context.MultiPow(key.Rctxt(exponent)).ShouldBe(rctxt);
            key.Context.MultiPow(key.R("a", exponent)).ShouldBe(r);
            key.Context.Multiply(key.Context.MultiPow(key.Z(-exponent)), z).ShouldBe(BigInteger.One);
            key.Context.Multiply(key.Context.MultiPow(key.S(-exponent)), s).ShouldBe(BigInteger.One);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(593)]
    [InlineData(2128)]
    [InlineData(2464)]
    [InlineData(3060)]
    [InlineData(3100)]
    public void Secret_powers_are_the_same_before_and_after_a_table_was_made(int bits)
    {
        var key = new PreparedKey(Key(2));
        using var exponent = SecretNumber.Random(bits);
        var number = exponent.Reveal();
        var sz = key.Context.Multiply(Plain(key.Key.S, number), Plain(key.Key.Z, number));
        var rr = key.Context.Multiply(Plain(key.Key.R["a"], number), Plain(key.Key.Rctxt, number));
        for (var use = 0; use < Uses; use++)
        {
            key.Context.MultiPowSecret(key.SSecret(exponent), key.ZSecret(exponent)).ShouldBe(sz);
            key.Context.MultiPowSecret(key.RSecret("a", exponent), key.RctxtSecret(exponent)).ShouldBe(rr);
        }
    }

    [Fact]
    public void Units_are_told_from_numbers_out_of_range_and_from_factors_of_the_modulus()
    {
        var key = new PreparedKey(Key(2) with { N = N * 3 });
        key.AreUnits([2, 5, 7]).ShouldBeTrue();
        key.AreUnits([2, 9, 7]).ShouldBeFalse();
        key.AreUnits([2, N, 7]).ShouldBeFalse();
        key.AreUnits([1, 5]).ShouldBeFalse();
        key.AreUnits([5, (N * 3) + 1]).ShouldBeFalse();
        key.AreUnits([-2]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    [InlineData(3_000_000)]
    public void Tables_of_many_keys_stay_within_the_memory_of_their_cache(long limit)
    {
        var cache = new PreparedKeyCache(tableBytes: limit);
        for (var turn = 0; turn < 2 * Uses; turn++)
        {
            for (var number = 0; number < 4; number++)
            {
                var key = cache.Get(Key(number + 2));
                key.Context.MultiPow(key.S(3), key.Z(5), key.R("a", 7)).ShouldBe(
                    BigInteger.ModPow(key.Key.S, 3, N) * BigInteger.ModPow(key.Key.Z, 5, N) * BigInteger.ModPow(key.Key.R["a"], 7, N) % N);
                cache.UsedTableBytes.ShouldBeLessThanOrEqualTo(limit);
            }
        }

        (cache.UsedTableBytes > 0).ShouldBe(limit > 0);
    }

    private static PrimaryPublicKey Key(int start) => new()
    {
        N = N,
        S = Square(start),
        Rctxt = Square(start + 1),
        Z = Square(start + 2),
        R = new Dictionary<string, BigInteger>(StringComparer.Ordinal) { ["a"] = Square(start + 3), ["master_secret"] = Square(start + 4) },
    };

    private static BigInteger Plain(BigInteger @base, BigInteger exponent) => BigInteger.ModPow(@base, exponent, N);

    private static BigInteger Square(int root) => BigInteger.ModPow((root * 2) + 1, 20_000, N);
}

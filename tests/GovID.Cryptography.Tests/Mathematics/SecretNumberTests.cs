using System.Numerics;
using System.Security.Cryptography;
using GovID.Cryptography.Mathematics;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class SecretNumberTests
{
    [Fact]
    public void Computes_as_the_platform_does()
    {
        var random = new Random(21);
        for (int round = 0; round < 200; round++)
        {
            BigInteger x = Signed(random), y = Signed(random), n = Kernels.Exactly(random, 1 + random.Next(900));
            using SecretNumber a = SecretNumber.From(x), b = SecretNumber.From(y), m = SecretNumber.From(n);
            Reveal(a.Add(b)).ShouldBe(x + y);
            Reveal(a.Subtract(b)).ShouldBe(x - y);
            Reveal(a.Multiply(b)).ShouldBe(x * y);
            Reveal(a.Modulo(m)).ShouldBe(BigNumber.Modulo(x, n));
            Reveal(a.Copy()).ShouldBe(x);
        }
    }

    [Fact]
    public void Inverts_modulo_a_secret_number()
    {
        var random = new Random(22);
        for (int round = 0; round < 50; round++)
        {
            BigInteger x = Signed(random), n = Kernels.Exactly(random, 64 + random.Next(900));
            using SecretNumber a = SecretNumber.From(x), m = SecretNumber.From(n);
            if (BigNumber.AreCoprime(x, n)) Reveal(a.InverseModulo(m)).ShouldBe(Kernels.Inverse(x, n));
            else Should.Throw<CryptoException>(() => a.InverseModulo(m)).Code.ShouldBe(CryptoErrorCode.NotInvertible);
        }
    }

    [Fact]
    public void Refuses_a_modulus_that_is_not_positive()
    {
        using SecretNumber a = SecretNumber.From(5), zero = SecretNumber.From(0), negative = SecretNumber.From(-3);
        foreach (SecretNumber modulus in new[] { zero, negative })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => a.Modulo(modulus));
            Should.Throw<ArgumentOutOfRangeException>(() => a.InverseModulo(modulus));
            Should.Throw<ArgumentOutOfRangeException>(() => SecretNumber.RandomBelow(modulus));
        }
    }

    [Fact]
    public void Reads_and_writes_bytes_with_the_length_declared()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(37);
        bytes[0] = 0;
        using SecretNumber number = SecretNumber.FromBigEndian(bytes);

        number.CapacityBits.ShouldBe(37 * 8);
        number.Reveal().ShouldBe(BigNumber.FromBigEndian(bytes));
        var written = new byte[40];
        number.WriteBigEndian(written);
        written.ShouldBe([0, 0, 0, .. bytes]);
        Should.Throw<ArgumentException>(() => number.WriteBigEndian(new byte[36]));
    }

    [Fact]
    public void Draws_below_powers_and_limits()
    {
        foreach (int bits in new[] { 0, 1, 63, 64, 65, 592, 2724 })
        {
            using SecretNumber number = SecretNumber.Random(bits);
            number.Reveal().GetBitLength().ShouldBeLessThanOrEqualTo(bits);
            number.CapacityBits.ShouldBe(bits);
        }

        HashSet<BigInteger> drawn = [.. Enumerable.Range(0, 300).Select(_ => Reveal(SecretNumber.RandomBelow(5)))];
        drawn.Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Compares_numbers_and_not_lengths()
    {
        using SecretNumber a = SecretNumber.FromBigEndian([0, 0, 0, 0, 0, 0, 0, 0, 7]), b = SecretNumber.From(7), c = SecretNumber.From(-7);
        a.IsEqualTo(b).ShouldBeTrue();
        b.IsEqualTo(c).ShouldBeFalse();
        a.IsEqualTo(SecretNumber.From(BigInteger.One << 64)).ShouldBeFalse();
    }

    [Fact]
    public void Overwrites_its_memory_and_refuses_further_use()
    {
        SecretNumber number = SecretNumber.Random(1024);
        number.Memory.IndexOfAnyExcept(0ul).ShouldBeGreaterThanOrEqualTo(0);

        number.Dispose();
        number.Dispose();

        number.Memory.IndexOfAnyExcept(0ul).ShouldBe(-1);
        Should.Throw<ObjectDisposedException>(() => number.Reveal());
        Should.Throw<ObjectDisposedException>(() => number.IsNegative);
        Should.Throw<ObjectDisposedException>(() => ModularContext.Create(101).PowSecret(2, number));
        Should.Throw<ObjectDisposedException>(() => ModularContext.Create(101).MultiPowSecret(new SecretPowerTerm(2, number)));
    }

    [Fact]
    public void Prints_nothing_of_itself()
    {
        using SecretNumber number = SecretNumber.From(123456789);
        number.ToString().ShouldBe("[redacted]");
        new SecretPowerTerm(2, number).ToString().ShouldNotContain("123456789");
    }

    [Fact]
    public void Refuses_lengths_beyond_its_limit()
    {
        Should.Throw<CryptoException>(() => SecretNumber.Random(SecretNumber.MaximumBits + 1)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => SecretNumber.From(BigInteger.One << SecretNumber.MaximumBits)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => SecretNumber.FromBigEndian(new byte[(SecretNumber.MaximumBits / 8) + 1])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    private static BigInteger Signed(Random random) => Kernels.UpTo(random, random.Next(0, 1200)) * (random.Next(2) == 0 ? 1 : -1);

    private static BigInteger Reveal(SecretNumber number)
    {
        using (number) return number.Reveal();
    }
}

using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class CrtModulusTests
{
    [Theory]
    [InlineData(100, 128)]
    [InlineData(300, 300)]
    [InlineData(512, 512)]
    public void Raises_to_exponents_of_either_sign(int pBits, int qBits)
    {
        using SecretNumber p = SafePrimes.Generate(pBits, cancellationToken: TestContext.Current.CancellationToken), q = SafePrimes.Generate(qBits, cancellationToken: TestContext.Current.CancellationToken);
        using CrtModulus modulus = CrtModulus.Create(p, q);
        BigInteger n = p.Reveal() * q.Reveal();
        modulus.Modulus.ShouldBe(n);

        var random = new Random(51);
        foreach (int bits in new[] { 0, 1, 64, pBits + qBits, 3000 })
        {
            BigInteger e = Kernels.UpTo(random, bits), b = Kernels.UpTo(random, pBits);
            if (!BigNumber.AreCoprime(b, n)) continue;
            using SecretNumber plus = SecretNumber.From(e), minus = SecretNumber.From(-e);
            modulus.PowSecret(b, plus).ShouldBe(Kernels.Expected(b, e, n));
            modulus.PowSecret(b - n, minus).ShouldBe(Kernels.Expected(b, -e, n));
        }
    }

    [Fact]
    public void Takes_the_root_that_a_signer_takes()
    {
        using SecretNumber p = SafePrimes.Generate(256, cancellationToken: TestContext.Current.CancellationToken), q = SafePrimes.Generate(256, cancellationToken: TestContext.Current.CancellationToken);
        using CrtModulus modulus = CrtModulus.Create(p, q);
        using SecretNumber order = SecretNumber.From((p.Reveal() - 1) / 2 * ((q.Reveal() - 1) / 2));
        using SecretNumber e = SecretNumber.From(65537), root = e.InverseModulo(order);
        BigInteger square = BigInteger.ModPow(12345, 2, modulus.Modulus);

        BigInteger signature = modulus.PowSecret(square, root);

        BigInteger.ModPow(signature, 65537, modulus.Modulus).ShouldBe(square);
    }

    [Fact]
    public void Refuses_factors_that_cannot_be_two_primes()
    {
        using SecretNumber p = SecretNumber.From(4294967311), even = SecretNumber.From(4294967312), small = SecretNumber.From(7), negative = SecretNumber.From(-4294967357);
        foreach (SecretNumber q in new[] { p, even, small, negative })
            Should.Throw<CryptoException>(() => CrtModulus.Create(p, q)).Code.ShouldBe(CryptoErrorCode.InvalidKey);
    }

    [Fact]
    public void Refuses_a_base_that_shares_a_factor_and_any_use_after_disposal()
    {
        using SecretNumber p = SecretNumber.From(4294967311), q = SecretNumber.From(4294967357), e = SecretNumber.From(3);
        CrtModulus modulus = CrtModulus.Create(p, q);
        modulus.PowSecret(2, e).ShouldBe(8);
        Should.Throw<CryptoException>(() => modulus.PowSecret(p.Reveal() * 5, e)).Code.ShouldBe(CryptoErrorCode.NotInvertible);

        modulus.Dispose();

        Should.Throw<ObjectDisposedException>(() => modulus.PowSecret(2, e));
    }
}

using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class ModularContextTests
{
    public static TheoryData<string> Names => Kernels.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Multiplies_as_the_platform_does_for_every_length_of_modulus(string kernel)
    {
        var random = new Random(1);
        foreach (int bits in Enumerable.Range(2, 140).Concat([1023, 1024, 1025, 1660, 1661, 2044, 2048, 2050, 2076, 2077, 2112, 3072, 4096, 8191, 8192]))
        {
            BigInteger n = BigInteger.Max(Kernels.Odd(random, bits), 3);
            ModularContext context = Kernels.Context(kernel, n);
            BigInteger a = Kernels.UpTo(random, bits + 9), b = -Kernels.UpTo(random, bits);
            context.Multiply(a, b).ShouldBe(BigNumber.Modulo(a * b, n), $"{bits} bits");
            context.Multiply(n - 1, n - 1).ShouldBe(BigInteger.One % n, $"{bits} bits");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Multiplies_extreme_moduli_and_numbers_exactly(string kernel)
    {
        foreach (int bits in new[] { 52, 51, 408, 416, 1024, 2048, 2050, 2076 })
        {
            BigInteger top = BigInteger.One << bits;
            foreach (BigInteger n in new[] { top - 1, top + 1, (top * 2 / 3) | 1, top - (BigInteger.One << (bits / 2)) + 1 })
            {
                ModularContext context = Kernels.Context(kernel, n);
                foreach (BigInteger a in new[] { 0, 1, 2, n - 1, n - 2, n / 2, (n / 2) + 1, n >> 51, n >> 52, top / 2 })
                {
                    context.Multiply(a, n - 1).ShouldBe(BigNumber.Modulo(-a, n));
                    context.Multiply(a, a).ShouldBe(a * a % n);
                    context.Multiply(a, n / 2).ShouldBe(a * (n / 2) % n);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Raises_to_public_exponents_of_either_sign(string kernel)
    {
        var random = new Random(2);
        for (int round = 0; round < 60; round++)
        {
            int bits = new[] { 64, 597, 1024, 2048, 2050 }[round % 5];
            BigInteger n = Kernels.Odd(random, bits), b = Kernels.UpTo(random, bits);
            if (!BigNumber.AreCoprime(b, n)) continue;
            BigInteger e = Kernels.UpTo(random, random.Next(0, 700)) * (random.Next(2) == 0 ? 1 : -1);
            Kernels.Context(kernel, n).Pow(b, e).ShouldBe(Kernels.Expected(b, e, n));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Raises_to_small_exponents_and_edges(string kernel)
    {
        var random = new Random(3);
        BigInteger n = Kernels.Odd(random, 2048);
        ModularContext context = Kernels.Context(kernel, n);
        foreach (BigInteger b in new[] { 0, 1, 2, n - 1, n, n + 1, -1, -n - 5, Kernels.UpTo(random, 2047) })
        {
            for (int e = 0; e < 70; e++) context.Pow(b, e).ShouldBe(Kernels.Expected(b, e, n));
        }

        context.Pow(0, 0).ShouldBe(BigInteger.One);
        context.Pow(n - 1, BigInteger.Pow(2, 3000) + 1).ShouldBe(n - 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Multiplies_powers_of_mixed_signs_lengths_and_tables(string kernel)
    {
        var random = new Random(4);
        BigInteger n = Kernels.Odd(random, 2048);
        ModularContext context = Kernels.Context(kernel, n);
        FixedBaseTable[] tables = [.. Enumerable.Range(0, 3).Select(_ => FixedBaseTable.Create(context, Unit(random, n), 600, maximumBytes: 100_000))];
        for (int round = 0; round < 25; round++)
        {
            var terms = new List<PowerTerm>();
            BigInteger expected = 1;
            for (int i = 0; i < round % 7; i++)
            {
                BigInteger e = Kernels.UpTo(random, new[] { 0, 1, 64, 256, 600, 640, 1300 }[random.Next(7)]) * (random.Next(3) - 1);
                FixedBaseTable table = tables[random.Next(3)];
                PowerTerm term = random.Next(2) == 0 ? new PowerTerm(table, e) : new PowerTerm(Unit(random, n), e);
                expected = expected * Kernels.Expected(term.Base, e, n) % n;
                terms.Add(term);
            }

            context.MultiPow([.. terms]).ShouldBe(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Raises_to_secret_exponents_as_to_public_ones(string kernel)
    {
        var random = new Random(5);
        foreach (int bits in new[] { 320, 1024, 2048, 2050 })
        {
            BigInteger n = Kernels.Odd(random, bits), b = Unit(random, n);
            ModularContext context = Kernels.Context(kernel, n);
            FixedBaseTable table = FixedBaseTable.Create(context, b, 500, forSecrets: true);
            foreach (BigInteger e in new[] { 0, 1, -1, Kernels.UpTo(random, 500), -Kernels.UpTo(random, 500), Kernels.UpTo(random, 1100) })
            {
                using SecretNumber secret = SecretNumber.From(e);
                BigInteger expected = Kernels.Expected(b, e, n);
                context.PowSecret(b, secret).ShouldBe(expected);
                context.MultiPowSecret(new SecretPowerTerm(b, secret)).ShouldBe(expected);
                table.PowSecret(secret).ShouldBe(expected);
                table.Pow(e).ShouldBe(expected);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Multiplies_secret_powers_with_and_without_tables(string kernel)
    {
        var random = new Random(6);
        BigInteger n = Kernels.Odd(random, 2050);
        ModularContext context = Kernels.Context(kernel, n);
        FixedBaseTable table = FixedBaseTable.Create(context, Unit(random, n), 900, forSecrets: true);
        for (int round = 0; round < 8; round++)
        {
            BigInteger[] exponents = [.. Enumerable.Range(0, 4).Select(i => Kernels.UpTo(random, 200 + (i * 230)) * ((i + round) % 3 == 0 ? -1 : 1))];
            SecretNumber[] secrets = [.. exponents.Select(SecretNumber.From)];
            BigInteger b = Unit(random, n), c = Unit(random, n);
            BigInteger[] bases = [b, table.Base, c, table.Base];

            BigInteger product = context.MultiPowSecret(
                new(b, secrets[0]), new(table, secrets[1]), new(c, secrets[2]), new(table, secrets[3]));

            product.ShouldBe(exponents.Zip(bases, (e, x) => Kernels.Expected(x, e, n)).Aggregate(BigInteger.One, (x, y) => x * y % n));
        }
    }

    [Fact]
    public void Gives_one_for_an_empty_product()
    {
        ModularContext context = ModularContext.Create(1_000_003);
        context.MultiPow().ShouldBe(BigInteger.One);
        context.MultiPowSecret().ShouldBe(BigInteger.One);
        context.Product().ShouldBe(BigInteger.One);
        context.InverseAll().ShouldBeEmpty();
    }

    [Fact]
    public void Inverts_one_by_one_and_together()
    {
        var random = new Random(7);
        BigInteger n = Kernels.Odd(random, 2048);
        ModularContext context = ModularContext.Create(n);
        BigInteger[] values = [.. Enumerable.Range(0, 9).Select(_ => Unit(random, n)), 1, n - 1, -7 * n + 1];

        BigInteger[] inverses = context.InverseAll(values);

        for (int i = 0; i < values.Length; i++)
        {
            inverses[i].ShouldBe(Kernels.Inverse(values[i], n));
            context.Inverse(values[i]).ShouldBe(inverses[i]);
            context.Multiply(values[i], inverses[i]).ShouldBe(BigInteger.One);
        }
    }

    [Fact]
    public void Refuses_to_invert_what_shares_a_factor_with_the_modulus()
    {
        ModularContext context = ModularContext.Create(15);
        foreach (int value in new[] { 0, 3, 5, 15, -10 })
        {
            context.TryInverse(value, out _).ShouldBeFalse();
            Code(() => context.Inverse(value)).ShouldBe(CryptoErrorCode.NotInvertible);
            Code(() => context.Pow(value, -1)).ShouldBe(CryptoErrorCode.NotInvertible);
            Code(() => context.InverseAll(1, 2, value)).ShouldBe(CryptoErrorCode.NotInvertible);
            Code(() => context.MultiPow(new(2, 3), new(value, -2))).ShouldBe(CryptoErrorCode.NotInvertible);
            Code(() => FixedBaseTable.Create(context, value, 8).Pow(-1)).ShouldBe(CryptoErrorCode.NotInvertible);
            using SecretNumber minusOne = SecretNumber.From(-1);
            Code(() => context.PowSecret(value, minusOne)).ShouldBe(CryptoErrorCode.NotInvertible);
            Code(() => context.MultiPowSecret(new SecretPowerTerm(value, minusOne))).ShouldBe(CryptoErrorCode.NotInvertible);
        }
    }

    [Fact]
    public void Refuses_moduli_and_exponents_outside_its_limits()
    {
        foreach (BigInteger modulus in new BigInteger[] { 0, 1, 2, -7, 1024 })
            Code(() => ModularContext.Create(modulus)).ShouldBe(CryptoErrorCode.Malformed);
        Code(() => ModularContext.Create((BigInteger.One << ModularContext.MaximumBits) + 1)).ShouldBe(CryptoErrorCode.LimitExceeded);

        ModularContext context = ModularContext.Create(101);
        Code(() => context.Pow(2, BigInteger.One << ModularContext.MaximumExponentBits)).ShouldBe(CryptoErrorCode.LimitExceeded);
        context.Pow(2, (BigInteger.One << 2000) - 1).ShouldBe(BigInteger.ModPow(2, (BigInteger.One << 2000) - 1, 101));
    }

    [Fact]
    public void Refuses_a_table_of_another_modulus()
    {
        FixedBaseTable table = FixedBaseTable.Create(ModularContext.Create(101), 2, 16);
        ModularContext other = ModularContext.Create(103);

        Should.Throw<ArgumentException>(() => other.MultiPow(new PowerTerm(table, 5)));
    }

    [Fact]
    public async Task Serves_many_threads_at_once()
    {
        var random = new Random(8);
        BigInteger n = Kernels.Odd(random, 1024), b = Unit(random, n), e = Kernels.Exactly(random, 300);
        ModularContext context = ModularContext.Create(n);
        FixedBaseTable table = FixedBaseTable.Create(context, b, 300);
        BigInteger expected = BigInteger.ModPow(b, e, n);
        using SecretNumber secret = SecretNumber.From(e);

        Task<bool>[] tasks = [.. Enumerable.Range(0, 16).Select(_ => Task.Run(() => Enumerable.Range(0, 20).All(_ =>
            context.Pow(b, e) == expected && context.PowSecret(b, secret) == expected
            && table.Pow(e) == expected && table.PowSecret(secret) == expected)))];

        (await Task.WhenAll(tasks)).ShouldAllBe(right => right);
    }

    [Fact]
    public void Allocates_little_for_a_product_of_powers()
    {
        var random = new Random(9);
        BigInteger n = Kernels.Odd(random, 2048);
        ModularContext context = ModularContext.Create(n);
        PowerTerm[] terms = [.. Enumerable.Range(0, 8).Select(_ => new PowerTerm(Unit(random, n), Kernels.Exactly(random, 256)))];
        context.MultiPow(terms);

        long before = GC.GetAllocatedBytesForCurrentThread();
        context.MultiPow(terms);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4096);
    }

    private static BigInteger Unit(Random random, BigInteger n)
    {
        while (true)
        {
            BigInteger candidate = Kernels.UpTo(random, (int)n.GetBitLength()) % n;
            if (BigNumber.AreCoprime(candidate, n)) return candidate;
        }
    }

    private static CryptoErrorCode Code(Func<object> action) => Should.Throw<CryptoException>(() => { action(); }).Code;
}

using System.Numerics;
using GovID.Cryptography.Mathematics;
using GovID.Cryptography.Mathematics.Internal.Powers;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class FixedBaseTableTests
{
    [Fact]
    public void Cuts_every_length_so_that_each_bit_has_its_place()
    {
        foreach (int bits in new[] { 1, 2, 31, 256, 2048, 3060 })
        {
            foreach (int entries in new[] { 2, 3, 64, 1024, 4096 })
            {
                foreach (bool secret in new[] { false, true })
                {
                    CombLayout layout = CombLayout.Choose(bits, entries, secret);
                    layout.Bits.ShouldBeGreaterThanOrEqualTo(bits);
                    layout.Entries.ShouldBeLessThanOrEqualTo(entries);
                }
            }
        }
    }

    [Fact]
    public void Raises_to_every_single_bit_and_to_all_of_them()
    {
        var random = new Random(41);
        BigInteger n = Kernels.Odd(random, 1024), b = Kernels.UpTo(random, 1023);
        FixedBaseTable table = FixedBaseTable.Create(ModularContext.Create(n), b, 130, maximumBytes: 40_000);
        for (int bit = 0; bit < table.MaximumBits; bit++)
        {
            BigInteger e = BigInteger.One << bit;
            table.Pow(e).ShouldBe(BigInteger.ModPow(b, e, n), $"bit {bit}");
        }

        BigInteger all = (BigInteger.One << table.MaximumBits) - 1;
        table.Pow(all).ShouldBe(BigInteger.ModPow(b, all, n));
        table.Pow(all + 1).ShouldBe(BigInteger.ModPow(b, all + 1, n));
        table.Pow(0).ShouldBe(BigInteger.One);
    }

    [Fact]
    public void Stays_within_its_memory()
    {
        ModularContext context = ModularContext.Create(Kernels.Odd(new Random(42), 2048));
        foreach (int bytes in new[] { 1_000, 10_000, 100_000, FixedBaseTable.UsualBytes, 1_000_000 })
            FixedBaseTable.Create(context, 3, 3060, maximumBytes: bytes).SizeInBytes.ShouldBeLessThanOrEqualTo(bytes);
        Should.Throw<ArgumentOutOfRangeException>(() => FixedBaseTable.Create(context, 3, 100, maximumBytes: 100));
        Should.Throw<ArgumentOutOfRangeException>(() => FixedBaseTable.Create(context, 3, 100, maximumBytes: FixedBaseTable.MaximumBytes + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => FixedBaseTable.Create(context, 3, 0));
    }

    [Fact]
    public void Keeps_tables_within_a_limit_and_drops_the_least_recently_used()
    {
        ModularContext context = ModularContext.Create(Kernels.Odd(new Random(43), 512));
        int size = FixedBaseTable.Create(context, 2, 64, maximumBytes: 20_000).SizeInBytes;
        var cache = new FixedBaseTableCache((2 * size) + 1, 20_000);

        FixedBaseTable two = cache.GetOrCreate(context, 2, 64), three = cache.GetOrCreate(context, 3, 64);
        cache.GetOrCreate(context, 2, 64).ShouldBeSameAs(two);
        cache.GetOrCreate(context, 5, 64);

        cache.UsedBytes.ShouldBe(2 * size);
        cache.GetOrCreate(context, 2, 64).ShouldBeSameAs(two);
        cache.GetOrCreate(context, 3, 64).ShouldNotBeSameAs(three);
        cache.Clear();
        cache.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public void Replaces_a_table_that_is_too_short_and_keeps_the_two_kinds_apart()
    {
        ModularContext context = ModularContext.Create(Kernels.Odd(new Random(44), 512));
        var cache = new FixedBaseTableCache(1_000_000, 50_000);

        FixedBaseTable small = cache.GetOrCreate(context, 2, 64), large = cache.GetOrCreate(context, 2, 1000);

        large.ShouldNotBeSameAs(small);
        cache.GetOrCreate(context, 2, 64).ShouldBeSameAs(large);
        cache.GetOrCreate(context, 2, 64, forSecrets: true).ShouldNotBeSameAs(large);
        cache.UsedBytes.ShouldBeLessThanOrEqualTo(cache.MaximumBytes);
    }

    [Fact]
    public void Returns_but_does_not_keep_what_is_above_the_whole_limit()
    {
        ModularContext context = ModularContext.Create(101);
        var cache = new FixedBaseTableCache(10);
        cache.GetOrCreate(context, 2, 64).Pow(10).ShouldBe(BigInteger.ModPow(2, 10, 101));
        cache.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task Serves_many_threads_from_one_cache()
    {
        ModularContext context = ModularContext.Create(Kernels.Odd(new Random(45), 512));
        var cache = new FixedBaseTableCache(200_000, 30_000);

        Task<bool>[] tasks = [.. Enumerable.Range(0, 8).Select(t => Task.Run(() => Enumerable.Range(0, 50).All(i =>
            cache.GetOrCreate(context, 2 + ((t + i) % 11), 64).Pow(12345) == BigInteger.ModPow(2 + ((t + i) % 11), 12345, context.Modulus))))];

        (await Task.WhenAll(tasks)).ShouldAllBe(right => right);
        cache.UsedBytes.ShouldBeLessThanOrEqualTo(cache.MaximumBytes);
    }
}

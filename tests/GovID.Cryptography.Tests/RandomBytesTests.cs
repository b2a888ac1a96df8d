using System.Numerics;

namespace GovID.Cryptography.Tests;

public sealed class RandomBytesTests
{
    [Fact]
    public void Gives_the_length_asked_for_and_never_the_same_bytes()
    {
        RandomBytes.Get(0).ShouldBeEmpty();
        RandomBytes.Get(32).Length.ShouldBe(32);
        RandomBytes.Get(32).ShouldNotBe(RandomBytes.Get(32));
    }

    [Fact]
    public void Refuses_a_length_below_zero_or_above_the_limit()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RandomBytes.Get(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomBytes.Get(RandomBytes.MaximumCount + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void Reaches_every_number_below_the_limit_and_no_other(int limit)
    {
        var small = new HashSet<int>();
        var large = new HashSet<BigInteger>();
        for (var i = 0; i < 20 * limit; i++)
        {
            small.Add(RandomBytes.Below(limit));
            large.Add(RandomBytes.Below(new BigInteger(limit)));
        }

        small.Min().ShouldBeGreaterThanOrEqualTo(0);
        small.Max().ShouldBeLessThan(limit);
        small.Count.ShouldBeGreaterThan(limit - 3);
        large.Min().ShouldBeGreaterThanOrEqualTo(BigInteger.Zero);
        large.Max().ShouldBeLessThan(new BigInteger(limit));
        large.Count.ShouldBeGreaterThan(limit - 3);
    }

    [Fact]
    public void Refuses_a_limit_that_leaves_nothing_to_choose()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RandomBytes.Below(0));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomBytes.Below(BigInteger.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomBytes.Below(BigInteger.Pow(2, 70_000)));
    }

    [Fact]
    public void Compares_in_constant_time_what_is_equal_and_what_is_not()
    {
        ConstantTime.AreEqual([1, 2], [1, 2]).ShouldBeTrue();
        ConstantTime.AreEqual([1, 2], [1, 3]).ShouldBeFalse();
        ConstantTime.AreEqual([1, 2], [1]).ShouldBeFalse();
        ConstantTime.AreEqual([], []).ShouldBeTrue();
    }
}

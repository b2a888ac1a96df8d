using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class PrimesTests
{
    [Fact]
    public void Agrees_with_trial_division_on_small_numbers()
    {
        for (int n = -3; n < 3000; n++)
        {
            bool prime = n > 1 && Enumerable.Range(2, Math.Max(0, (int)Math.Sqrt(n) - 1)).All(d => n % d != 0);
            Primes.IsProbablePrime(n).ShouldBe(prime, $"{n}");
        }
    }

    [Theory]
    [InlineData("170141183460469231731687303715884105727", true)] // 2^127 - 1
    [InlineData("57896044618658097711785492504343953926634992332820282019728792003956564819949", true)] // 2^255 - 19
    [InlineData("18446744069414584321", true)] // 2^64 - 2^32 + 1: many twos in n - 1
    [InlineData("561", false)] // Carmichael numbers
    [InlineData("1590231231043178376951698401", false)]
    [InlineData("3317044064679887385961981", false)] // strong pseudoprime to the first thirteen primes
    [InlineData("340282366920938463463374607431768211457", false)] // 2^128 + 1
    public void Knows_primes_from_what_imitates_them(string number, bool prime) =>
        Primes.IsProbablePrime(BigInteger.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(prime);

    [Fact]
    public void Finds_products_of_two_large_primes_composite()
    {
        BigInteger low = BigInteger.One << 300;
        BigInteger p = Primes.RandomInRange(low, low * 2), q = Primes.RandomInRange(low, low * 2);
        Primes.IsProbablePrime(p * q).ShouldBeFalse();
        Primes.IsProbablePrime(p * p).ShouldBeFalse();
        Primes.IsProbablePrime(p).ShouldBeTrue();
    }

    [Fact]
    public void Draws_the_primes_of_a_signature_from_their_interval()
    {
        BigInteger low = (BigInteger.One << 596) + 1, high = (BigInteger.One << 596) + (BigInteger.One << 119) - 1;
        HashSet<BigInteger> drawn = [.. Enumerable.Range(0, 8).Select(_ => Primes.RandomInRange(low, high))];
        drawn.Count.ShouldBe(8);
        drawn.ShouldAllBe(e => e >= low && e <= high && Primes.IsProbablePrime(e, 5));
    }

    [Fact]
    public void Draws_from_both_ends_of_a_short_interval()
    {
        BigInteger low = BigInteger.One << 40, high = low + 40_000;
        BigInteger[] drawn = [.. Enumerable.Range(0, 200).Select(_ => Primes.RandomInRange(low, high, rounds: 5))];
        drawn.ShouldAllBe(p => p >= low && p <= high);
        drawn.ShouldContain(p => p < low + 10_000);
        drawn.ShouldContain(p => p > high - 10_000);
    }

    [Fact]
    public void Refuses_intervals_without_room_and_numbers_without_limit()
    {
        Should.Throw<ArgumentException>(() => Primes.RandomInRange(100, 50));
        Should.Throw<ArgumentException>(() => Primes.RandomInRange(BigInteger.One << 500, (BigInteger.One << 500) + 100));
        Should.Throw<ArgumentException>(() => Primes.RandomInRange(2, BigInteger.One << 30));
        Should.Throw<ArgumentOutOfRangeException>(() => Primes.IsProbablePrime(7, 0));
        Should.Throw<CryptoException>(() => Primes.IsProbablePrime((BigInteger.One << 9000) + 1)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(100, 1)]
    [InlineData(127, 1)]
    [InlineData(128, 2)]
    [InlineData(129, 2)]
    [InlineData(256, 2)]
    [InlineData(512, 2)]
    public void Finds_safe_primes_of_the_length_asked_for(int bits, int threads)
    {
        using SecretNumber secret = SafePrimes.Generate(bits, degreeOfParallelism: threads, cancellationToken: TestContext.Current.CancellationToken);

        BigInteger p = secret.Reveal();
        p.GetBitLength().ShouldBe(bits);
        secret.CapacityBits.ShouldBe(bits);
        (p >> (bits - 2)).ShouldBe(3);
        Primes.IsProbablePrime(p).ShouldBeTrue();
        Primes.IsProbablePrime((p - 1) / 2).ShouldBeTrue();
    }

    [Fact]
    public void Reports_progress_and_stops_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var progress = new StopsAfterReport(stop);

        OperationCanceledException stopped = Should.Throw<OperationCanceledException>(() => SafePrimes.Generate(2048, progress, 2, stop.Token));

        stopped.CancellationToken.ShouldBe(stop.Token);
        progress.Last.ShouldBeInRange(1, 64);
    }

    [Fact]
    public void Does_not_begin_a_search_that_is_cancelled_already()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => SafePrimes.Generate(1024, cancellationToken: stop.Token)).CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public void Refuses_lengths_and_thread_counts_outside_its_limits()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => SafePrimes.Generate(63));
        Should.Throw<ArgumentOutOfRangeException>(() => SafePrimes.Generate(4097));
        Should.Throw<ArgumentOutOfRangeException>(() => SafePrimes.Generate(64, degreeOfParallelism: 0));
    }

    private sealed class StopsAfterReport(CancellationTokenSource stop) : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value)
        {
            Last = value;
            stop.Cancel();
        }
    }
}

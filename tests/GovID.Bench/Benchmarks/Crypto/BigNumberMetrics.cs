using System.Diagnostics;
using System.Numerics;
using GovID.Bench.Measurement;
using GovID.Cryptography.Mathematics;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Bench.Benchmarks.Crypto;

/// <summary>Big integers of RSA size beside the same work done by OpenSSL in the same run.</summary>
public static class BigNumberMetrics
{
    private const int Bases = 8;
    private const int ExponentBits = 256;
    private const int ModulusBits = 2048;

    // A key of the reference implementation has two bits more than ours: one limb more for everybody.
    private const int ForeignModulusBits = 2050;

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        foreach (int bits in new[] { ModulusBits, ForeignModulusBits })
        {
            bool asked = bits == ModulusBits;
            var numbers = new Sample(bits);
            foreach (Metric metric in Products(options, numbers)) yield return asked ? metric : metric with { Goal = null };
            foreach (Metric metric in Secrets(options, numbers)) yield return asked ? metric : metric with { Goal = null };
        }

        foreach (Metric metric in Tables(options, new Sample(ModulusBits))) yield return metric;
        foreach (Metric metric in Remainders(options)) yield return metric;
        foreach (Metric metric in Singles(options, new Sample(ModulusBits))) yield return metric;
    }

    public static IEnumerable<Metric> MeasureSafePrimes(BenchOptions options)
    {
        const int Bits = 1024;
        int runs = options.Quick ? 5 : 20, threads = Environment.ProcessorCount;
        using (SafePrimes.Generate(256))
        {
            // The first search fills the table of small primes.
        }

        var seconds = new List<double>();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using SecretNumber prime = SafePrimes.Generate(Bits);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        used = Environment.CpuUsage.TotalTime - used;

        // One candidate in 826 that pass the sieve to 2^20 is safe; the median of a geometric law lies at ln 2 of that.
        const double MedianCandidates = 826 * 0.693;
        var numbers = new Sample(Bits);
        double limit = Timing.Of(options, () => numbers.OpenSslSecret()).Seconds * MedianCandidates / threads;
        yield return Metric.Beside(
            $"safe prime of 1,024 bits, median of {runs}, {threads} threads", Timing.Median(seconds), "s",
            "OpenSSL: one constant-time exponentiation a sieved candidate", limit) with { Goal = Goal.Parse("<= 1.2") };
        yield return new Metric("  slowest", seconds.Max(), "s");
        yield return new Metric("  processor time, mean", used.TotalSeconds / runs, "s");
    }

    private static IEnumerable<Metric> Products(BenchOptions options, Sample numbers)
    {
        Comparison product = Timing.Compare(options, () => numbers.Context.MultiPow(numbers.Terms), numbers.OpenSslPowers);
        yield return Metric.OfRatio(
            $"product of 8 public {numbers.Bits}-bit powers, 256-bit exponents", product, "OpenSSL: eight exponentiations, ms", "<= 0.55");
        yield return new Metric("  the same, time", product.Ours.Milliseconds, "ms");
        yield return new Metric("  the same, allocated", product.Ours.BytesAllocated, "B");
        Comparison one = Timing.Compare(options, () => numbers.Context.Pow(numbers.Base, numbers.Exponent), numbers.OpenSslPublic);
        yield return Metric.Beside(
            $"public exponentiation {numbers.Bits}/2048", one.Ours.Milliseconds, "ms", "OpenSSL: BN_mod_exp_mont, ms", one.Theirs.Milliseconds);
    }

    private static IEnumerable<Metric> Secrets(BenchOptions options, Sample numbers)
    {
        Comparison ours = Timing.Compare(options, () => numbers.Context.PowSecret(numbers.Base, numbers.Secret), numbers.OpenSslSecret);
        yield return Metric.OfRatio(
            $"constant-time secret exponentiation {numbers.Bits}/2048", ours, "OpenSSL: BN_mod_exp_mont_consttime, ms", "<= 1.1");
        Comparison kernel = Timing.Compare(
            options, () => numbers.Context.MultiPowSecret(new SecretPowerTerm(numbers.Base, numbers.Secret)), numbers.OpenSslSecret);
        yield return Metric.Beside(
            "  the same on our own kernel", kernel.Ours.Milliseconds, "ms", "OpenSSL: BN_mod_exp_mont_consttime, ms", kernel.Theirs.Milliseconds);
    }

    private static IEnumerable<Metric> Tables(BenchOptions options, Sample numbers)
    {
        FixedBaseTable open = FixedBaseTable.Create(numbers.Context, numbers.Base, 2048);
        FixedBaseTable hidden = FixedBaseTable.Create(numbers.Context, numbers.Base, 2048, forSecrets: true);
        Comparison pow = Timing.Compare(options, () => open.Pow(numbers.Exponent), numbers.OpenSslPublic);
        Comparison secret = Timing.Compare(options, () => hidden.PowSecret(numbers.Secret), numbers.OpenSslSecret);
        Cost build = Timing.Of(options, () => FixedBaseTable.Create(numbers.Context, numbers.Base, 2048));
        const string Limit = "OpenSSL: one exponentiation, ms";
        yield return Metric.Beside("fixed base 2048/2048, public", pow.Ours.Milliseconds, "ms", Limit, pow.Theirs.Milliseconds);
        yield return Metric.Beside("fixed base 2048/2048, secret", secret.Ours.Milliseconds, "ms", Limit, secret.Theirs.Milliseconds);
        yield return Metric.Beside("making the table (384 KiB at most)", build.Milliseconds, "ms", Limit, pow.Theirs.Milliseconds);
    }

    private static IEnumerable<Metric> Remainders(BenchOptions options)
    {
        BigInteger low = BigInteger.One << ((ModulusBits / 2) - 1), high = (low * 2) - 1;
        using SecretNumber p = SecretNumber.From(Primes.RandomInRange(low, high)), q = SecretNumber.From(Primes.RandomInRange(low, high));
        using CrtModulus modulus = CrtModulus.Create(p, q);
        var numbers = new Sample(ModulusBits);
        Comparison power = Timing.Compare(options, () => modulus.PowSecret(numbers.Base, numbers.Secret), numbers.OpenSslSecret);
        yield return Metric.Beside(
            "secret exponentiation by Chinese remainders 2048/2048", power.Ours.Milliseconds, "ms",
            "OpenSSL: BN_mod_exp_mont_consttime, ms", power.Theirs.Milliseconds);
    }

    private static IEnumerable<Metric> Singles(BenchOptions options, Sample numbers)
    {
        BigInteger low = (BigInteger.One << 596) + 1, high = low + (BigInteger.One << 119) - 2;
        BigInteger prime = Primes.RandomInRange(low, high);
        yield return new Metric("product modulo 2048 bits", Timing.Of(options, () => numbers.Context.Multiply(numbers.Base, numbers.Exponent)).Microseconds, "us");
        yield return new Metric("inverse modulo 2048 bits", Timing.Of(options, () => numbers.Context.Inverse(numbers.Base)).Microseconds, "us");
        yield return new Metric("testing a 597-bit prime, 40 rounds", Timing.Of(options, () => Primes.IsProbablePrime(prime)).Milliseconds, "ms");
        yield return new Metric("drawing a 597-bit prime", Timing.Of(options, () => Primes.RandomInRange(low, high)).Milliseconds, "ms");
        yield return new Metric("reading 3,072 bits of decimal text", Timing.Of(options, numbers.ReadText).Microseconds, "us");
        yield return new Metric("writing 3,072 bits of decimal text", Timing.Of(options, numbers.WriteText).Microseconds, "us");
    }

    /// <summary>Random numbers of one length, for both sides.</summary>
    private sealed class Sample
    {
        private readonly NativeModulus _plain;
        private readonly string _text = BigNumber.ToText((BigInteger.One << 3071) | BigNumber.Random(3071));
        private readonly BigInteger _number = (BigInteger.One << 3071) | BigNumber.Random(3071);

        public Sample(int bits)
        {
            Bits = bits;
            BigInteger modulus = (BigInteger.One << (bits - 1)) | BigNumber.Random(bits - 1) | 1;
            Context = ModularContext.Create(modulus);
            _plain = NativeModulus.Unpadded(modulus);
            Terms = [.. Enumerable.Range(0, Bases).Select(_ => new PowerTerm(Coprime(modulus), (BigInteger.One << (ExponentBits - 1)) | BigNumber.Random(ExponentBits - 1)))];
            Base = Coprime(modulus);
            Exponent = (BigInteger.One << (ModulusBits - 1)) | BigNumber.Random(ModulusBits - 1);
            if (bits < ModulusBits) Exponent >>= ModulusBits - bits;
            Secret = SecretNumber.From(Exponent);
        }

        public int Bits { get; }

        public ModularContext Context { get; }

        public PowerTerm[] Terms { get; }

        public BigInteger Base { get; }

        public BigInteger Exponent { get; }

        public SecretNumber Secret { get; }

        public void OpenSslPowers()
        {
            foreach (PowerTerm term in Terms) OpenSsl(BnScratch.Public, term.Base, term.Exponent);
        }

        public void OpenSslPublic() => OpenSsl(BnScratch.Public, Base, Exponent);

        public void OpenSslSecret() => OpenSsl(BnScratch.Secret, Base, Exponent);

        public void ReadText() => _ = BigNumber.TryParse(_text, 3072, out _);

        public void WriteText() => _ = BigNumber.ToText(_number);

        // Numbers marked as secret take BN_mod_exp_mont_consttime.
        private void OpenSsl(BnScratch scratch, BigInteger @base, BigInteger exponent) => LibCrypto.Check(LibCrypto.ModExp(
            scratch[0], scratch.Set(1, @base), scratch.Set(2, exponent), _plain.Number, scratch.Context, _plain.Montgomery));

        private static BigInteger Coprime(BigInteger modulus)
        {
            while (true)
            {
                BigInteger candidate = RandomBelow(modulus);
                if (BigNumber.AreCoprime(candidate, modulus)) return candidate;
            }
        }

        private static BigInteger RandomBelow(BigInteger limit) => GovID.Cryptography.RandomBytes.Below(limit);
    }
}

using System.Diagnostics;
using System.Numerics;
using GovID.AnonCreds;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.Bench.Measurement;
using GovID.Cryptography.Mathematics;

namespace GovID.Bench.Benchmarks.AnonCreds;

/// <summary>Issuing, holding and verifying, each beside one OpenSSL exponentiation measured in turns with it.</summary>
public static class CredentialMetrics
{
    private const int Attributes = 5;
    private const int Predicates = 4;
    private const int Definitions = 20;
    private const int PrimeBits = 1024;
    private const int ManyAttributes = 100;
    private const string Unit = "eq";
    private const string Limit = "OpenSSL: one exponentiation 2048/2048, ms";

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        var definitions = CredentialIssuer.Create(PrimeBits, Attributes, Definitions);
        var unit = new Exponentiation();
        foreach (Metric metric in Holding(options, unit, definitions[0])) yield return metric;
        foreach (Metric metric in Issuing(options, unit, definitions[0])) yield return metric;
        foreach (Metric metric in Presenting(options, unit, definitions[0])) yield return metric;
        foreach (Metric metric in InTurn(options, unit, definitions)) yield return metric;
        foreach (Metric metric in Threads(options, definitions[0])) yield return metric;
    }

    /// <summary>A key of 2,050 bits, as the reference implementation makes them, with a hundred attributes.</summary>
    public static IEnumerable<Metric> MeasureMany(BenchOptions options)
    {
        CredentialIssuer issuer = CredentialIssuer.Create(PrimeBits + 1, ManyAttributes, 1)[0];
        var unit = new Exponentiation();
        Verification all = new(issuer, reveal: true, predicates: 0), two = new(issuer, reveal: false, predicates: Predicates);
        yield return Of(options, unit, $"verify, {ManyAttributes} attributes, all revealed, 2,050-bit key", all.Verify, "<= 5");
        yield return Of(options, unit, $"verify, {ManyAttributes} attributes, {Predicates} predicates, 2,050-bit key", two.Verify, null);
    }

    private static IEnumerable<Metric> Holding(BenchOptions options, Exponentiation unit, CredentialIssuer issuer)
    {
        yield return Of(options, unit, "request", () => issuer.Ask(), "<= 0.4");
        yield return Of(options, unit, "process, with the primality of e", () => issuer.Process(), "<= 3");
    }

    private static IEnumerable<Metric> Issuing(BenchOptions options, Exponentiation unit, CredentialIssuer issuer)
    {
        BigInteger low = Sizes.ExponentOffset + 1, high = low + (BigInteger.One << Sizes.ExponentRange) - 2;
        Metric whole = Of(options, unit, "issue, with the search for e", () => issuer.Issue(), "<= 3.1");
        Metric search = Of(options, unit, "  the search alone, which may run ahead", () => Primes.RandomInRange(low, high), null);
        yield return whole;
        yield return search;
        yield return new Metric("  issue without it", whole.Value - search.Value, Unit) { Goal = Goal.Parse("<= 1.6") };
    }

    private static IEnumerable<Metric> Presenting(BenchOptions options, Exponentiation unit, CredentialIssuer issuer)
    {
        Verification all = new(issuer, reveal: true, predicates: 0);
        Verification none = new(issuer, reveal: false, predicates: 0), four = new(issuer, reveal: false, Predicates);
        yield return Of(options, unit, "present, all revealed", all.Present, "<= 1.2");
        Metric presentNone = Of(options, unit, "present, none revealed", none.Present, null);
        Metric presentFour = Of(options, unit, $"present, none revealed, {Predicates} predicates", four.Present, null);
        yield return presentNone;
        yield return presentFour;
        yield return Each("  present, each predicate more", presentNone, presentFour, "<= 2.6");
        yield return Of(options, unit, "verify, all revealed", all.Verify, "<= 1.4");
        yield return new Metric("  allocated", Timing.Of(options, all.Verify).BytesAllocated / 1024, "kB") { Goal = Goal.Parse("<= 64") };
        Metric verifyNone = Of(options, unit, "verify, none revealed", none.Verify, null);
        Metric verifyFour = Of(options, unit, $"verify, none revealed, {Predicates} predicates", four.Verify, null);
        yield return verifyNone;
        yield return verifyFour;
        yield return Each("  verify, each predicate more", verifyNone, verifyFour, "<= 3");
        yield return new Metric($"  allocated, {Predicates} predicates", Timing.Of(options, four.Verify).BytesAllocated / 1024, "kB");
    }

    // More definitions than a verifier meets in a row: what is kept with a key must not cost more than it gives.
    private static IEnumerable<Metric> InTurn(BenchOptions options, Exponentiation unit, IReadOnlyList<CredentialIssuer> issuers)
    {
        var keys = new PreparedKeyCache();
        List<Verification> all = [.. issuers.Select(issuer => new Verification(issuer, reveal: true, predicates: 0, keys))];
        int turn = 0;
        yield return Of(options, unit, $"verify, all revealed, {issuers.Count} definitions in turn", () => all[turn++ % all.Count].Verify(), null);
        yield return Of(options, unit, "verify, all revealed, a key never seen before", () => new Verification(all[turn++ % all.Count]).Verify(), null);
    }

    private static IEnumerable<Metric> Threads(BenchOptions options, CredentialIssuer issuer)
    {
        var all = new Verification(issuer, reveal: true, predicates: 0);
        foreach (int threads in new[] { 1, 2 })
        {
            int calls = options.Quick ? 50 : 400;
            long start = Stopwatch.GetTimestamp();
            Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Repeat(all.Verify, calls)))];
            foreach (Thread worker in workers) worker.Start();
            foreach (Thread worker in workers) worker.Join();
            yield return new Metric($"verifications, all revealed, {threads} thread(s)", threads * calls / Stopwatch.GetElapsedTime(start).TotalSeconds, "1/s");
        }
    }

    private static void Repeat(Action work, int calls)
    {
        for (int i = 0; i < calls; i++) work();
    }

    private static Metric Of(BenchOptions options, Exponentiation unit, string name, Action work, string? goal)
    {
        Comparison comparison = Timing.Compare(options, work, unit.Run);
        return new Metric(name, comparison.Ratio, Unit)
        {
            Goal = goal is null ? null : Goal.Parse(goal),
            Limit = Limit,
            LimitValue = comparison.Theirs.Milliseconds,
        };
    }

    private static Metric Each(string name, Metric without, Metric with, string goal) =>
        new(name, (with.Value - without.Value) / Predicates, Unit) { Goal = Goal.Parse(goal) };

    /// <summary>One presentation and what verifies it.</summary>
    private sealed class Verification
    {
        private readonly CredentialIssuer _issuer;
        private readonly bool _reveal;
        private readonly PresentationRequest _request;
        private readonly Presentation _presentation;
        private readonly VerificationObjects _objects;
        private readonly Verifier _verifier;

        public Verification(CredentialIssuer issuer, bool reveal, int predicates, PreparedKeyCache? keys = null)
        {
            (_issuer, _reveal) = (issuer, reveal);
            _request = CredentialIssuer.Request(issuer.Schema, reveal, predicates);
            _presentation = issuer.Present(_request, reveal);
            _objects = issuer.Objects;
            _verifier = new Verifier(keys: keys);
        }

        /// <summary>The same presentation before a verifier who knows no key yet.</summary>
        public Verification(Verification other)
        {
            (_issuer, _reveal, _request) = (other._issuer, other._reveal, other._request);
            (_presentation, _objects, _verifier) = (other._presentation, other._objects, new Verifier());
        }

        public void Present() => _issuer.Present(_request, _reveal);

        public void Verify()
        {
            if (_verifier.Verify(_presentation, _request, _objects) is not PresentationVerdict.Accepted)
                throw new InvalidOperationException("A presentation of the benchmark was refused.");
        }
    }
}

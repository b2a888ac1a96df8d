using GovID.Bench.Measurement;
using GovID.Cryptography.Hashing;

namespace GovID.Bench.Benchmarks.Ledger;

/// <summary>What a NYM costs at 100,000 entries, in time and in memory.</summary>
internal static class ApplyMetrics
{
    private const int Entries = 100_000;
    private const int Batch = 100;
    private const int NodesOnThePath = 5;
    private const int BranchBytes = 532;

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ledger = new NymLedger();
        for (var i = 0; i < Entries; i += Batch)
            ledger.Apply(Batch);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        yield return Metric.Beside(
            "trie and log at 100,000 NYMs, every batch of 100 readable", Megabytes(held), "MB", "two hashes a NYM", Megabytes(64L * Entries))
            with { Goal = Goal.Parse("<= 40") };
        yield return new Metric("of it the log", Megabytes(ledger.Log.MemoryBytes), "MB");

        var branch = new byte[BranchBytes];
        var digest = new byte[Sha3_256.Length];
        var hashing = Timing.Of(options, () =>
        {
            for (var i = 0; i < NodesOnThePath; i++)
                Sha3_256.Hash(branch, digest);
        });
        var single = Timing.Of(options, () => ledger.Apply(1));
        yield return Metric.Beside(
            "a NYM to log and state, alone in its batch", single.Microseconds, "us", "hashing five full branches", hashing.Microseconds)
            with { Goal = Goal.Parse("<= 150") };
        var batched = Timing.Of(options, () => ledger.Apply(Batch));
        yield return Metric.Beside(
            "a NYM to log and state, in a batch of 100", batched.Microseconds / Batch, "us", "hashing five full branches", hashing.Microseconds)
            with { Goal = Goal.Parse("<= 150") };
        GC.KeepAlive(ledger);
    }

    private static double Megabytes(long bytes) => bytes / 1e6;
}

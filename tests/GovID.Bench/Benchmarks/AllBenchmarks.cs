using GovID.Bench.Benchmarks.AnonCreds;
using GovID.Bench.Benchmarks.Crypto;
using GovID.Bench.Benchmarks.Ledger;

namespace GovID.Bench.Benchmarks;

/// <summary>Every benchmark and its parts, in the order in which figures are printed.</summary>
public static class AllBenchmarks
{
    public static IReadOnlyList<Benchmark> List { get; } =
    [
        new("crypto", [BigNumberMetrics.Measure, BigNumberMetrics.MeasureSafePrimes, CurveMetrics.Measure]),
        new("anoncreds", [CredentialMetrics.Measure, CredentialMetrics.MeasureMany]),
        new("ledger-core", [ApplyMetrics.Measure, HandlerMetrics.Measure, ProofMetrics.Measure]),
    ];
}

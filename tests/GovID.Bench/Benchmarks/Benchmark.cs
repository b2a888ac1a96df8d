using GovID.Bench.Measurement;

namespace GovID.Bench.Benchmarks;

/// <summary>A named list of figures. Parts measure one after the other and hand out each figure when they have it.</summary>
public sealed record Benchmark(string Name, IReadOnlyList<Func<BenchOptions, IEnumerable<Metric>>> Parts)
{
    public IEnumerable<Metric> Run(BenchOptions options) => Parts.SelectMany(part => part(options));
}

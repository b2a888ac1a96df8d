using GovID.Bench.Benchmarks;
using GovID.Bench.Fuzz;
using GovID.Bench.Measurement;

namespace GovID.Bench;

/// <summary>The command: one benchmark by name, or the fuzz driver. Slow results never fail it; findings of `fuzz` do.</summary>
public static class BenchCommand
{
    private const int Usage = 2;

    /// <summary>Runs what the command line names and returns the exit code.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args.Any(a => a is "--help" or "-h"))
        {
            WriteHelp(output);
            return 0;
        }

        if (!BenchArguments.TryParse(args, out BenchArguments? arguments, out string? reason))
        {
            error.WriteLine(reason);
            WriteHelp(error);
            return Usage;
        }

        if (arguments.Name == "fuzz") return FuzzCommand.Run(arguments, AllTargets.List, output, error);
        Benchmark? benchmark = AllBenchmarks.List.FirstOrDefault(b => b.Name == arguments.Name);
        if (benchmark is null)
        {
            error.WriteLine($"Unknown benchmark '{arguments.Name}'. Known: {string.Join(", ", Names())}.");
            return Usage;
        }

        Report(benchmark, arguments, output);
        return 0;
    }

    private static void Report(Benchmark benchmark, BenchArguments arguments, TextWriter output)
    {
        var options = new BenchOptions(arguments.Quick);
        if (arguments.Json)
        {
            JsonReport.Write(output, benchmark.Name, Machine.Describe(), [.. benchmark.Run(options)]);
            return;
        }

        TableReport.WriteHead(output, benchmark.Name, Machine.Describe());
        foreach (Metric metric in benchmark.Run(options)) TableReport.WriteRow(output, metric);
    }

    private static IEnumerable<string> Names() => AllBenchmarks.List.Select(b => b.Name).Append("fuzz");

    private static void WriteHelp(TextWriter writer)
    {
        writer.WriteLine($"govid bench NAME [--json] [--quick]        NAME: {string.Join(", ", AllBenchmarks.List.Select(b => b.Name))}");
        writer.WriteLine("govid bench fuzz [--minutes N | --iterations N] [--target T] [--seed S]");
        writer.WriteLine($"                 targets: {string.Join(", ", AllTargets.List.Select(t => t.Name))}");
        writer.WriteLine("Example: govid bench crypto --json");
    }
}

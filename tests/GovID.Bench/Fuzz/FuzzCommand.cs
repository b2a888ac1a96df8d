using System.Diagnostics;
using System.Globalization;

namespace GovID.Bench.Fuzz;

/// <summary>`fuzz`: every target in turn, the time shared equally; exit code 1 at the first finding.</summary>
public static class FuzzCommand
{
    private const int Found = 1;
    private const int Usage = 2;

    public static int Run(BenchArguments arguments, IReadOnlyList<FuzzTarget> targets, TextWriter output, TextWriter error)
    {
        FuzzTarget[] chosen = [.. targets.Where(t => arguments.Target is null || t.Name == arguments.Target)];
        if (chosen.Length == 0)
        {
            error.WriteLine($"Unknown target '{arguments.Target}'. Known: {string.Join(", ", targets.Select(t => t.Name))}.");
            return Usage;
        }

        double? minutes = arguments.Minutes ?? (arguments.Iterations is null ? 1.0 : null);
        TimeSpan? time = minutes is { } m ? TimeSpan.FromMinutes(m) / chosen.Length : null;
        foreach (FuzzTarget target in chosen)
        {
            FuzzFinding? finding = Drive(target, arguments, time, output);
            if (finding is null) continue;
            finding.Write(output);
            return Found;
        }

        return 0;
    }

    private static FuzzFinding? Drive(FuzzTarget target, BenchArguments arguments, TimeSpan? time, TextWriter output)
    {
        var runner = new FuzzRunner(target, arguments.Seed, finding =>
        {
            finding.Write(output);
            Environment.Exit(Found);
        });
        long start = Stopwatch.GetTimestamp();
        FuzzFinding? finding = runner.Run(arguments.Iterations, time);
        double rate = runner.Iterations / Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name,-32} seed {arguments.Seed,-6} {runner.Iterations,12} inputs {rate,12:F0} a second"));
        return finding;
    }
}

using System.Diagnostics;

namespace GovID.Bench.Measurement;

/// <summary>What one call costs: the median over rounds, and what the calling thread allocates.</summary>
public sealed record Cost(double Seconds, double BytesAllocated)
{
    public double Milliseconds => Seconds * 1e3;

    public double Microseconds => Seconds * 1e6;
}

/// <summary>Two costs measured in turns, so that a change of clock or load meets both.</summary>
public sealed record Comparison(Cost Ours, Cost Theirs, double Ratio);

/// <summary>Times single-threaded work: warms up, then takes the median of several rounds of many calls.</summary>
/// <remarks>Counts the processor time of this process, so that other programs on the machine do not slow the figures.</remarks>
public static class Timing
{
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestWarmup = TimeSpan.FromSeconds(3);

    /// <summary>Measures one piece of work.</summary>
    public static Cost Of(BenchOptions options, Action work)
    {
        int calls = CallsPerRound(options, work);
        var seconds = new double[options.Rounds];
        for (int round = 0; round < seconds.Length; round++) seconds[round] = Round(work, calls);
        return new Cost(Median(seconds), Allocation(work));
    }

    /// <summary>Measures two pieces of work in alternating rounds; the ratio is the median of the rounds' ratios.</summary>
    public static Comparison Compare(BenchOptions options, Action ours, Action theirs)
    {
        int ourCalls = CallsPerRound(options, ours), theirCalls = CallsPerRound(options, theirs);
        var our = new double[options.Rounds];
        var their = new double[options.Rounds];
        var ratios = new double[options.Rounds];
        for (int round = 0; round < ratios.Length; round++)
        {
            our[round] = Round(ours, ourCalls);
            their[round] = Round(theirs, theirCalls);
            ratios[round] = our[round] / their[round];
        }

        return new Comparison(new Cost(Median(our), Allocation(ours)), new Cost(Median(their), Allocation(theirs)), Median(ratios));
    }

    /// <summary>The middle value; the mean of the two middle ones when their number is even.</summary>
    public static double Median(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static int CallsPerRound(BenchOptions options, Action work)
    {
        long begin = Stopwatch.GetTimestamp();
        TimeSpan start = Environment.CpuUsage.TotalTime, used;
        int calls = 0;
        do
        {
            work();
            calls++;
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < Warmup && Stopwatch.GetElapsedTime(begin) < LongestWarmup);

        return (int)Math.Clamp(options.RoundLength / (used / calls), 1, 10_000_000);
    }

    private static double Round(Action work, int calls)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < calls; i++) work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds / calls;
    }

    private static double Allocation(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

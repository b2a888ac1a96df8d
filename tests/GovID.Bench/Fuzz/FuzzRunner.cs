using System.Diagnostics;

namespace GovID.Bench.Fuzz;

/// <summary>Drives one target by one seed until a number of inputs, a time, or a finding.</summary>
public sealed class FuzzRunner(FuzzTarget target, int seed, Action<FuzzFinding> onHang)
{
    private long _iteration;
    private long _startedAt;
    private byte[] _input = [];

    /// <summary>Inputs tried so far.</summary>
    public long Iterations => _iteration;

    /// <summary>Tries the seeds unchanged, then damaged inputs; null when nothing was found.</summary>
    public FuzzFinding? Run(long? iterations, TimeSpan? time)
    {
        byte[][] seeds = [.. target.Seeds()];
        if (seeds.Length == 0) throw new InvalidOperationException($"The fuzz target {target.Name} has no seeds.");
        var mutator = new Mutator(target, seeds, new Random(seed));
        long begin = Stopwatch.GetTimestamp();
        using var watch = new Timer(_ => ReportHang(), null, target.TimeLimit, target.TimeLimit / 4);

        for (_iteration = 0; ; _iteration++)
        {
            if (iterations is { } most && _iteration >= most) return null;
            if (time is { } end && Stopwatch.GetElapsedTime(begin) >= end) return null;
            byte[] input = _iteration < seeds.Length ? seeds[_iteration] : mutator.Next();
            string? reason = Try(input);
            if (reason is not null) return Finding(reason, input);
        }
    }

    private string? Try(byte[] input)
    {
        Volatile.Write(ref _input, input);
        long start = Stopwatch.GetTimestamp();
        Volatile.Write(ref _startedAt, start);
        try
        {
            target.Run(input);
        }
        catch (Exception exception) when (target.IsRefusal(exception))
        {
            // A refusal is an answer.
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().FullName}: {exception.Message}";
        }
        finally
        {
            Volatile.Write(ref _startedAt, 0);
        }

        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        return taken > target.TimeLimit ? TooSlow(taken) : null;
    }

    // The input does not come back by itself: say so from the timer's thread.
    private void ReportHang()
    {
        long start = Volatile.Read(ref _startedAt);
        if (start == 0) return;
        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        if (taken > target.TimeLimit * 4) onHang(Finding(TooSlow(taken), Volatile.Read(ref _input)));
    }

    private FuzzFinding Finding(string reason, byte[] input) => new(target.Name, seed, _iteration, reason, input);

    private static string TooSlow(TimeSpan taken) => $"took {taken.TotalSeconds:F1} s";
}

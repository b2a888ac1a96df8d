using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>Does a computation once or several times and says how long each took; reading and writing files is not counted.</summary>
internal sealed class Repetition
{
    private const int Most = 1_000_000;

    private readonly List<double> _milliseconds = [];

    private Repetition()
    {
    }

    /// <summary>How often.</summary>
    public static Option<int> Option { get; } = new("--repeat")
    {
        Description = "Do it N times and print how long each took; the last result is written.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Runs the computation as often as was asked for.</summary>
    public static (T Result, Repetition Times) Run<T>(Invocation call, Func<T> work)
    {
        var count = call.Get(Option);
        if (count is < 1 or > Most)
            throw new CliException(CliErrorCode.Usage, $"--repeat takes 1 to {Most}.", Option.Name);
        var times = new Repetition();
        var result = times.Measure(work);
        for (var i = 1; i < count; i++)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            (result as IDisposable)?.Dispose();
            result = times.Measure(work);
        }

        return (result, times);
    }

    /// <summary>Prints what was written, or the answer, and the times.</summary>
    public void Report(Invocation call, string text, Action<System.Text.Json.Utf8JsonWriter> members) => call.Output.Answer(
        _milliseconds.Count == 1 ? text : $"{text}{Environment.NewLine}{Describe()}", json =>
        {
            members(json);
            json.WriteNumber("repeat", _milliseconds.Count);
            json.WriteStartArray("milliseconds");
            foreach (var one in _milliseconds)
                json.WriteNumberValue(Math.Round(one, 4));
            json.WriteEndArray();
            json.WriteNumber("median", Math.Round(Median(), 4));
        });

    /// <summary>The same for a command that wrote files.</summary>
    public void ReportFiles(Invocation call, params string[] files) => Report(call, $"Written: {string.Join(", ", files)}", json =>
    {
        json.WriteStartArray("files");
        foreach (var file in files)
            json.WriteStringValue(file);
        json.WriteEndArray();
    });

    private T Measure<T>(Func<T> work)
    {
        var begin = Stopwatch.GetTimestamp();
        var result = work();
        _milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        return result;
    }

    private double Median()
    {
        var sorted = _milliseconds.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_milliseconds.Count} times, in milliseconds: first {_milliseconds[0]:F3}, median {Median():F3}, fastest {_milliseconds.Min():F3}, slowest {_milliseconds.Max():F3}");
}

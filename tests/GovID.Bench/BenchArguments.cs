using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GovID.Bench;

/// <summary>What the command line asked for.</summary>
public sealed record BenchArguments
{
    public required string Name { get; init; }

    public bool Json { get; init; }

    /// <summary>Fewer repetitions: figures are rougher, the run takes seconds.</summary>
    public bool Quick { get; init; }

    /// <summary>How long `fuzz` runs, shared by its targets. Default: one minute, unless iterations are given.</summary>
    public double? Minutes { get; init; }

    /// <summary>How many inputs each target of `fuzz` gets, instead of a time.</summary>
    public long? Iterations { get; init; }

    /// <summary>The only target that `fuzz` drives.</summary>
    public string? Target { get; init; }

    /// <summary>Start of every pseudo-random choice of `fuzz`; the same seed gives the same inputs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Reads the command line; false with a sentence that says what is wrong.</summary>
    public static bool TryParse(
        IReadOnlyList<string> args, [NotNullWhen(true)] out BenchArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        error = null;
        if (args.Count == 0 || args[0].StartsWith('-'))
        {
            error = "The first argument is the name of a benchmark.";
            return false;
        }

        var parsed = new BenchArguments { Name = args[0] };
        for (int i = 1; i < args.Count && error is null; i++)
        {
            string? value = i + 1 < args.Count ? args[i + 1] : null;
            (parsed, bool usedValue, error) = parsed.With(args[i], value);
            if (usedValue) i++;
        }

        if (error is not null) return false;
        arguments = parsed;
        return true;
    }

    private (BenchArguments Parsed, bool UsedValue, string? Error) With(string option, string? value)
    {
        switch (option)
        {
            case "--json": return (this with { Json = true }, false, null);
            case "--quick": return (this with { Quick = true }, false, null);
            case "--target" when value is not null: return (this with { Target = value }, true, null);
            case "--seed" when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed):
                return (this with { Seed = seed }, true, null);
            case "--iterations" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count > 0:
                return (this with { Iterations = count }, true, null);
            case "--minutes" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes)
                && minutes is > 0 and <= 100_000:
                return (this with { Minutes = minutes }, true, null);
            case "--target" or "--seed" or "--iterations" or "--minutes":
                return (this, false, $"{option} needs a value that it can read, not '{value}'.");
            default:
                return (this, false, $"Unknown option '{option}'.");
        }
    }
}

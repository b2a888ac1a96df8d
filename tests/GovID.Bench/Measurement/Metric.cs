namespace GovID.Bench.Measurement;

/// <summary>One figure of a benchmark: its value, the figure asked for, and the limit measured in the same run.</summary>
public sealed record Metric(string Name, double Value, string Unit)
{
    /// <summary>The figure asked for, compared with <see cref="Value"/>; null when nothing is asked.</summary>
    public Goal? Goal { get; init; }

    /// <summary>The peer or physical limit that was measured in the same run.</summary>
    public string? Limit { get; init; }

    public double? LimitValue { get; init; }

    /// <summary>Ours divided by the limit.</summary>
    public double? Ratio { get; init; }

    /// <summary>Whether this run reached the goal; null without a goal.</summary>
    public bool? Met => Goal?.IsMetBy(Value);

    /// <summary>A figure beside a limit of the same unit.</summary>
    public static Metric Beside(string name, double value, string unit, string limit, double limitValue) =>
        new(name, value, unit) { Limit = limit, LimitValue = limitValue, Ratio = value / limitValue };

    /// <summary>A figure that is itself a ratio of two times; the limit's own time stands in <see cref="LimitValue"/>, in milliseconds.</summary>
    public static Metric OfRatio(string name, Comparison comparison, string limit, string goal) =>
        new(name, comparison.Ratio, "x")
        {
            Goal = Goal.Parse(goal),
            Limit = limit,
            LimitValue = comparison.Theirs.Milliseconds,
            Ratio = comparison.Ratio,
        };
}

using System.Globalization;

namespace GovID.Bench.Measurement;

/// <summary>Writes a run as a table for people, row by row as figures come in.</summary>
public static class TableReport
{
    public static void WriteHead(TextWriter output, string name, Machine machine)
    {
        output.WriteLine($"{name} on {machine}");
        output.WriteLine();
        output.WriteLine($"{"figure",-58} {"value",12} {"unit",-7} {"goal",-10} {"met",-4} {"ratio",8}  limit");
    }

    public static void WriteRow(TextWriter output, Metric metric)
    {
        string met = metric.Met switch { true => "yes", false => "NO", null => "" };
        string ratio = metric.Ratio is { } r ? Number(r) : "";
        string limit = metric.LimitValue is { } v ? $"{metric.Limit} ({Number(v)})" : metric.Limit ?? "";
        output.WriteLine($"{metric.Name,-58} {Number(metric.Value),12} {metric.Unit,-7} {metric.Goal,-10} {met,-4} {ratio,8}  {limit}");
        output.Flush();
    }

    private static string Number(double value) => value.ToString(value >= 1000 ? "F0" : "G4", CultureInfo.InvariantCulture);
}

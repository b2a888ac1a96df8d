using System.Globalization;
using System.Text;

namespace GovID.Hosting.Metrics;

/// <summary>Writes the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Render(IEnumerable<InstrumentSeries> instruments)
    {
        var text = new StringBuilder();
        long dropped = 0;
        foreach (var family in instruments.GroupBy(FamilyName, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            // Two meters may publish the same instrument; one family may stand only once.
            var instrument = family.First();
            dropped += family.Sum(one => one.Dropped);
            WriteFamily(text, family.Key, instrument);
        }

        text.Append("# HELP govid_metrics_dropped_total Measurements whose label combination was beyond the limit.\n");
        text.Append("# TYPE govid_metrics_dropped_total counter\n");
        text.Append(CultureInfo.InvariantCulture, $"govid_metrics_dropped_total {dropped}\n");
        return text.ToString();
    }

    /// <summary>A metric or label name in the letters that the format allows.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
            text.Append(char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_');
        if (text.Length == 0 || char.IsAsciiDigit(text[0]))
            text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary>A label value in quotes, without what would end them.</summary>
    public static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void WriteFamily(StringBuilder text, string name, InstrumentSeries instrument)
    {
        var help = (instrument.Instrument.Description ?? instrument.Instrument.Name)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {TypeName(instrument.Kind)}\n");
        foreach (var series in instrument.Snapshot())
        {
            if (instrument.Kind == SeriesKind.Histogram)
                WriteHistogram(text, name, instrument.Bounds, series);
            else
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(series.Labels)} {Number(series.Sum)}\n");
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, IReadOnlyList<double> bounds, InstrumentSeries.Series series)
    {
        var comma = series.Labels.Length == 0 ? "" : ",";
        for (var i = 0; i < bounds.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{series.Labels}{comma}le=\"{Number(bounds[i])}\"}} {series.Buckets[i]}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{series.Labels}{comma}le=\"+Inf\"}} {series.Count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(series.Labels)} {Number(series.Sum)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_count{Braces(series.Labels)} {series.Count}\n");
    }

    private static string FamilyName(InstrumentSeries series)
    {
        var name = Name(series.Instrument.Name);
        var unit = series.Instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        var counts = series.Kind is SeriesKind.Counter or SeriesKind.ObservedCounter;
        return counts && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string TypeName(SeriesKind kind) => kind switch
    {
        SeriesKind.Counter or SeriesKind.ObservedCounter => "counter",
        SeriesKind.Histogram => "histogram",
        _ => "gauge",
    };

    private static string Braces(string labels) => labels.Length == 0 ? "" : "{" + labels + "}";

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}

using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace GovID.Hosting.Metrics;

/// <summary>What one instrument measured, by label combination.</summary>
internal sealed class InstrumentSeries
{
    /// <summary>Upper bounds in seconds, or in whatever unit the instrument has.</summary>
    internal static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();
    private readonly HashSet<string> _allowedLabels;
    private readonly double[] _bounds;

    public InstrumentSeries(Instrument instrument, HashSet<string> allowedLabels)
    {
        Instrument = instrument;
        _allowedLabels = allowedLabels;
        var type = instrument.GetType();
        Kind = KindOf(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        _bounds = Advice(instrument) ?? UsualBounds;
    }

    public Instrument Instrument { get; }

    public SeriesKind Kind { get; }

    public IReadOnlyList<double> Bounds => _bounds;

    /// <summary>How many measurements had a label combination beyond the limit.</summary>
    public long Dropped { get; private set; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = Key(labels);
        lock (_turn)
        {
            if (!_series.TryGetValue(key, out var series))
            {
                if (_series.Count >= MetricsCollector.MostSeries)
                {
                    Dropped++;
                    return;
                }

                _series[key] = series = new Series(key, Kind == SeriesKind.Histogram ? new long[_bounds.Length] : []);
            }

            Add(series, value);
        }
    }

    /// <summary>A copy of the series, sorted by their labels.</summary>
    public IReadOnlyList<Series> Snapshot()
    {
        lock (_turn)
            return [.. _series.Values.OrderBy(one => one.Labels, StringComparer.Ordinal).Select(one => one with { Buckets = [.. one.Buckets] })];
    }

    private void Add(Series series, double value)
    {
        series.Count++;
        series.Sum = Kind is SeriesKind.Gauge or SeriesKind.ObservedCounter ? value : series.Sum + value;
        for (var i = 0; i < series.Buckets.Length; i++)
        {
            if (value <= _bounds[i])
                series.Buckets[i]++;
        }
    }

    /// <summary>The allowed labels in the order of their names, as Prometheus writes them.</summary>
    private string Key(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var allowed = new List<(string Name, string Value)>();
        foreach (var (name, value) in labels)
        {
            if (_allowedLabels.Contains(name))
                allowed.Add((PrometheusText.Name(name), Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        allowed.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var text = new StringBuilder();
        foreach (var (name, value) in allowed)
            text.Append(text.Length == 0 ? "" : ",").Append(name).Append("=\"").Append(PrometheusText.Escape(value)).Append('"');
        return text.ToString();
    }

    private static double[]? Advice(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => null,
    };

    private static SeriesKind KindOf(Type type)
    {
        if (type == typeof(Histogram<>))
            return SeriesKind.Histogram;
        if (type == typeof(Counter<>))
            return SeriesKind.Counter;
        if (type == typeof(ObservableCounter<>))
            return SeriesKind.ObservedCounter;
        return type == typeof(UpDownCounter<>) ? SeriesKind.UpDown : SeriesKind.Gauge;
    }

    /// <summary>One label combination.</summary>
    internal sealed record Series(string Labels, long[] Buckets)
    {
        public double Sum { get; set; }

        public long Count { get; set; }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace GovID.Hosting.Metrics;

/// <summary>Listens to the meters of the process and keeps their current values.</summary>
/// <remarks>
/// Only meters that were asked for, only labels on the allow-list, and at most <see cref="MostSeries"/> label combinations an
/// instrument: nothing that a visitor sends can grow what is kept.
/// </remarks>
public sealed class MetricsCollector : IDisposable
{
    /// <summary>The most label combinations kept for one instrument; further ones are counted, not kept.</summary>
    public const int MostSeries = 256;

    private static readonly string[] AlwaysHeard =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private static readonly HashSet<string> AllowedLabels = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "error.type",
        "gc.heap.generation", "kind", "outcome", "part", "code", "ledger", "operation", "peer_state",
    };

    private readonly ConcurrentDictionary<string, InstrumentSeries> _instruments = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Func<Meter, bool> _hears;

    /// <summary>Starts to listen to the meters of ASP.NET, of the runtime, and to those whose name starts with <c>GovID.</c></summary>
    public MetricsCollector()
        : this(meter => AlwaysHeard.Contains(meter.Name, StringComparer.Ordinal) || meter.Name.StartsWith("GovID.", StringComparison.Ordinal))
    {
    }

    /// <summary>Starts to listen to the meters that a rule chooses.</summary>
    internal MetricsCollector(Func<Meter, bool> hears)
    {
        _hears = hears;
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<byte>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<short>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<int>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<long>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<float>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<double>(static (i, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<decimal>(static (i, value, tags, state) => Record(state, (double)value, tags));
        _listener.Start();
    }

    /// <summary>The current values in the text format that Prometheus reads (version 0.0.4).</summary>
    public string Render()
    {
        _listener.RecordObservableInstruments();
        return PrometheusText.Render(_instruments.Values);
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    private void Publish(Instrument instrument, MeterListener listener)
    {
        if (!_hears(instrument.Meter))
            return;

        // Several objects may publish the same instrument, one for each part of a process: they count together.
        var name = $"{instrument.Meter.Name} {instrument.Name} {instrument.GetType().Name}";
        listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(name, _ => new InstrumentSeries(instrument, AllowedLabels)));
    }

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        (state as InstrumentSeries)?.Record(value, labels);
}

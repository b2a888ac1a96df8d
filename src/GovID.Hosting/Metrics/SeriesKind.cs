namespace GovID.Hosting.Metrics;

/// <summary>How measurements of an instrument are joined.</summary>
internal enum SeriesKind
{
    /// <summary>Only grows; measurements are added.</summary>
    Counter,

    /// <summary>Only grows; the measurement is the total.</summary>
    ObservedCounter,

    /// <summary>Goes up and down; measurements are added.</summary>
    UpDown,

    /// <summary>The measurement is the value.</summary>
    Gauge,

    /// <summary>Counted by upper bounds.</summary>
    Histogram,
}

namespace GovID.Hosting.Logs;

/// <summary>How a log line looks.</summary>
public enum LogFormat
{
    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>Words for people.</summary>
    Text,
}

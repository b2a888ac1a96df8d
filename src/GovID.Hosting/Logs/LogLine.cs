using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace GovID.Hosting.Logs;

/// <summary>One event and the two forms it is written in. Neither form ever spans two lines.</summary>
internal readonly record struct LogLine(DateTimeOffset Time, LogLevel Level, string Category, EventId Id)
{
    private const string Template = "{OriginalFormat}";
    private const int LongestText = 4096;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Message { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; } = [];

    public Exception? Exception { get; init; }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(buffer, Relaxed))
        {
            line.WriteStartObject();
            line.WriteString("time", Stamp());
            line.WriteString("level", Word());
            line.WriteNumber("id", Id.Id);
            line.WriteString("event", Id.Name);
            line.WriteString("source", Category);
            line.WriteString("message", Short(Message));
            if (Activity.Current is { } activity)
                line.WriteString("traceId", activity.TraceId.ToHexString());
            WriteFields(line);
            if (Exception is not null)
                line.WriteString("exception", Short(Exception.ToString()));
            line.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Time.UtcDateTime:HH:mm:ss.fff} {Word(),-5} {Category}[{Id.Id}] {Short(Message)}");
        if (Exception is not null)
            text.Append(" | ").Append(Short(Exception.ToString()));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                text[i] = ' ';
        }

        return text.ToString();
    }

    private void WriteFields(Utf8JsonWriter line)
    {
        var named = Fields.Where(one => one.Key != Template).ToList();
        if (named.Count == 0)
            return;
        line.WriteStartObject("fields");
        foreach (var (key, value) in named)
            line.WriteString(key, Short(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        line.WriteEndObject();
    }

    private string Stamp() => Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Word() => Level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Critical => "fatal",
        _ => Level.ToString().ToLowerInvariant(),
    };

    private static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "...");
}

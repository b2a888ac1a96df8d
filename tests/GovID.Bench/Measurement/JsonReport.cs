using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GovID.Bench.Measurement;

/// <summary>Writes a run as one JSON object.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, string name, Machine machine, IReadOnlyList<Metric> metrics)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            WriteMachine(json, machine);
            json.WriteStartArray("metrics");
            foreach (Metric metric in metrics) WriteMetric(json, metric);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteMachine(Utf8JsonWriter json, Machine machine)
    {
        json.WriteStartObject("machine");
        json.WriteString("cpu", machine.Cpu);
        json.WriteNumber("cores", machine.Cores);
        json.WriteString("architecture", machine.Architecture);
        json.WriteString("vectors", machine.Vectors);
        json.WriteNumber("memory_mb", machine.MemoryMegabytes);
        json.WriteString("os", machine.Os);
        json.WriteString("runtime", machine.Runtime);
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, Metric metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteNumber("value", Rounded(metric.Value));
        json.WriteString("unit", metric.Unit);
        json.WriteString("goal", metric.Goal?.ToString());
        if (metric.Met is { } met) json.WriteBoolean("met", met);
        else json.WriteNull("met");
        json.WriteString("limit", metric.Limit);
        WriteOptional(json, "limit_value", metric.LimitValue);
        WriteOptional(json, "ratio", metric.Ratio);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Rounded(number));
        else json.WriteNull(name);
    }

    // Five significant digits: more would be noise, and no figure reads 0.1499999999999.
    private static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return 0;
        int digits = 4 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is < 0 or > 15 ? value : Math.Round(value, digits);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace GovID.Cli.Shell;

/// <summary>Where a command's answer goes: words for people, one JSON object a line for scripts.</summary>
internal sealed class Output(TextWriter writer, bool json)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True where the answer is for a script.</summary>
    public bool IsJson { get; } = json;

    /// <summary>The terminal for tables and colours; plain text where the output is not a terminal.</summary>
    public IAnsiConsole Terminal { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

    /// <summary>Writes a line for people; nothing where the answer is for a script.</summary>
    public void Line(string text = "")
    {
        if (!IsJson)
            writer.WriteLine(text);
    }

    /// <summary>Writes one object for scripts; nothing where the answer is for a person. The delegate writes the members.</summary>
    public void Object(Action<Utf8JsonWriter> members)
    {
        if (IsJson)
            writer.WriteLine(Render(members));
    }

    /// <summary>Writes the answer in the form that was asked for.</summary>
    public void Answer(string text, Action<Utf8JsonWriter> members)
    {
        Line(text);
        Object(members);
    }

    /// <summary>Writes text as it is in both forms: a document that is itself the answer.</summary>
    public void Document(string text) => writer.WriteLine(text);

    internal static string Render(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var document = new Utf8JsonWriter(buffer, Compact))
        {
            document.WriteStartObject();
            members(document);
            document.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

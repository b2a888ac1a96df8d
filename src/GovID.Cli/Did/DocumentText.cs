using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovID.Dids.Documents;

namespace GovID.Cli.Did;

/// <summary>DID documents as a person reads them.</summary>
internal static class DocumentText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(DidDocument document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented)) document.Json.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

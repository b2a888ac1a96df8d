using System.Buffers;
using System.Text;
using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Dids;

/// <summary>did:sov and did:indy: the document is built again from what the ledger says and must be the stated one.</summary>
internal static class LedgerDids
{
    public static void CheckSov(DidDocument document, JsonElement expected)
    {
        var verkey = Verkey(document, "#key-1");
        var built = DidSov.CreateDocument(document.Id, verkey, Endpoint(document));
        Conformance.Check.Equal("document", expected, built.Json);
    }

    public static void CheckIndy(DidDocument document, JsonElement expected, LedgerContent? content)
    {
        var did = IndyDid.Parse(document.Id.ToString());
        var state = new NymState(did.Id)
        {
            Verkey = Ledger.Identifiers.Verkey.Of(Verkey(document, "#verkey")),
            DidDocContent = content is null ? null : LedgerMap.Parse(content.Json.GetRawText()),
        };
        Conformance.Check.Equal("document", expected, IndyDocument.Build(did, state, Endpoint(document)).Json);
    }

    private static PublicKey Verkey(DidDocument document, string reference)
    {
        var text = RecordedAnswers.Ledger(document.Id.ToString()) is { } recorded
            ? recorded.Text("verkey")
            : (document.FindMethod(reference) ?? throw new MismatchException($"verificationMethod: there is no single key '{reference}'"))
                .Json.Text("publicKeyBase58");
        return DidSov.ExpandVerkey(document.Id, text);
    }

    // The recorded attribute, or the one whose services the document shows; null without services.
    private static IndyEndpoint? Endpoint(DidDocument document)
    {
        if (RecordedAnswers.Ledger(document.Id.ToString()) is { } recorded)
            return recorded.Optional("attribute") is { } attribute ? IndyEndpoint.Parse(Encoding.UTF8.GetBytes(attribute.GetRawText())) : null;
        return document.Services.Count == 0 ? null : IndyEndpoint.Parse(ShownAttribute(document.Services));
    }

    private static byte[] ShownAttribute(IReadOnlyList<ServiceEntry> services)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("endpoint");
            WriteAddress(writer, [.. services.Where(IsAtAddress)]);
            foreach (var other in services.Where(service => !IsAtAddress(service))) writer.WriteString(other.Types[0], other.Endpoints[0].Uri);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteAddress(Utf8JsonWriter writer, ServiceEntry[] services)
    {
        if (services.Length == 0) return;
        writer.WriteString("endpoint", services[0].Endpoints[0].Uri);
        WriteTexts(writer, "types", services.Select(service => service.Types[0]));
        WriteTexts(writer, "routingKeys", services[^1].RoutingKeys);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static bool IsAtAddress(ServiceEntry service) => service.Types[0] is "endpoint" or "did-communication" or "DIDComm";
}

using System.Text.Json;
using GovID.Dids;
using GovID.Dids.Methods;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Identifiers;

namespace GovID.Conformance.Suites.DidIndy;

/// <summary>
/// Documents as a deployed client builds them. The folder holds results only, so what the ledger must have said is read out of each
/// document and the document is built again from it. A file without <c>id</c> is content of a NYM: it is merged into the document that
/// belongs to it, which is the one that shares most of its texts.
/// </summary>
internal static class DocumentCases
{
    public static IEnumerable<ConformanceCase> Load(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(path => new DocumentFile(System.IO.Path.GetFileName(path), Vectors.Json(folder, System.IO.Path.GetFileName(path)))).ToList();
        var documents = files.Where(file => file.Id is not null).ToList();
        var open = new List<DocumentFile>(documents);
        var results = files.Where(file => file.Id is null).Select(content => (Content: content, Result: content.Nearest(documents))).ToList();
        foreach (var (content, result) in results)
        {
            var rest = documents.Except(results.Select(pair => pair.Result).OfType<DocumentFile>());
            var start = result is null or { IsIndy: true } ? null : StartOf(result, rest, documents);
            open.RemoveAll(file => file == result || file == start);
            yield return new ConformanceCase($"credo/{content.Name}", () => RunContent(content, result, start, documents));
        }

        foreach (var document in open)
            yield return new ConformanceCase($"credo/{document.Name}", () => RunDocument(document, documents));
    }

    /// <summary>The document that the content was merged into: nearest to the result, and the result nearest to it.</summary>
    private static DocumentFile? StartOf(DocumentFile result, IEnumerable<DocumentFile> rest, IReadOnlyList<DocumentFile> documents)
    {
        var start = result.Nearest(rest.Where(file => !file.IsIndy && !file.IsSov));
        return start?.Nearest(documents.Where(file => file != start)) == result ? start : null;
    }

    private static void RunContent(DocumentFile content, DocumentFile? result, DocumentFile? start, IReadOnlyList<DocumentFile> all)
    {
        if (result is null)
            throw new MismatchException("no document belongs to this content");
        if (IndyDid.TryParse(result.Id, out var did))
        {
            var nym = new NymState(did.Id) { Verkey = result.Verkey(all), DidDocContent = content.ToMap() };
            Check.Equal(result.Name, result.Json, IndyDocument.Build(did, nym, null).Json);
            return;
        }

        var merged = IndyDocument.Merge((start ?? throw new MismatchException("no document without this content")).ToMap(), content.ToMap());
        using var json = JsonDocument.Parse(merged.ToStateJson());
        Check.Equal(result.Name, result.Json, json.RootElement);
    }

    private static void RunDocument(DocumentFile file, IReadOnlyList<DocumentFile> all)
    {
        if (IndyDid.TryParse(file.Id, out var indy))
        {
            var nym = new NymState(indy.Id) { Verkey = file.Verkey(all) };
            Check.Equal("document", file.Json, IndyDocument.Build(indy, nym, EndpointOf(file)).Json);
        }
        else if (Did.TryParse(file.Id, out var did) && DidSov.TryParse(file.Id, out _))
        {
            var ledgerDid = LedgerDid.Parse(file.Id!);
            var key = file.Verkey(all).ToPublicKey(ledgerDid) ?? throw new MismatchException("the document's key is no Ed25519 key");
            Check.Equal("document", file.Json, DidSov.CreateDocument(did, key, EndpointOf(file)).Json);
        }
        else
        {
            throw new MismatchException($"id: nothing to build '{file.Id}' from");
        }
    }

    /// <summary>The attribute that gives the services of the document, members in the document's order.</summary>
    private static IndyEndpoint? EndpointOf(DocumentFile file)
    {
        if (file.Json.Optional("service") is null)
            return null;

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("endpoint");
            WriteEndpoint(writer, [.. file.Json.Items("service")]);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return IndyEndpoint.Parse(buffer.ToArray());
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, IReadOnlyList<JsonElement> services)
    {
        var messaging = services.Where(service => service.Text("type") is "endpoint" or "did-communication" or "DIDComm").ToArray();
        if (messaging.Length > 0)
            writer.WriteString("endpoint", messaging[0].Text("serviceEndpoint"));
        if (messaging.Select(service => service.Optional("routingKeys")).FirstOrDefault(keys => keys is not null) is { } routing)
        {
            writer.WritePropertyName("routingKeys");
            routing.WriteTo(writer);
        }

        writer.WriteStartArray("types");
        foreach (var service in messaging)
            writer.WriteStringValue(service.Text("type"));
        writer.WriteEndArray();
        foreach (var service in services.Except(messaging))
            writer.WriteString(service.Text("type"), service.Text("serviceEndpoint"));
    }
}

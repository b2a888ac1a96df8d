using System.Text.Json;
using GovID.Dids.Documents;

namespace GovID.Dids.Internal;

/// <summary>What DID Core asks of a document beyond its form.</summary>
internal static class DocumentRules
{
    private const string CoreContext = "https://www.w3.org/ns/did/v1";
    private const string FirstCoreContext = "https://w3id.org/did/v1";

    public static IEnumerable<string> Check(DidDocument document) =>
        Context(document).Concat(Keys(document)).Concat(References(document)).Concat(Services(document));

    // DID Core 6.3.1: in JSON-LD the first context is DID Core's. Without @context the document is plain JSON (6.2).
    private static IEnumerable<string> Context(DidDocument document)
    {
        if (!document.Json.TryGetProperty("@context", out var context)) yield break;
        var first = context.ValueKind == JsonValueKind.Array ? context.EnumerateArray().FirstOrDefault() : context;
        var text = first.ValueKind == JsonValueKind.String ? first.GetString() : null;
        if (text is not (CoreContext or FirstCoreContext)) yield return $"The first '@context' must be '{CoreContext}'.";
    }

    // DID Core 5.2: every id is a DID URL and stands there once; the controller is a DID.
    private static IEnumerable<string> Keys(DidDocument document)
    {
        var seen = new HashSet<DidUrl>();
        foreach (var method in document.AllMethods())
        {
            if (!DidUrl.TryResolve(document.Id, method.Id, out var id))
                yield return $"The key id '{Excerpt.Of(method.Id)}' is neither a DID URL nor relative to the document.";
            else if (!seen.Add(id))
                yield return $"The key id '{Excerpt.Of(method.Id)}' stands at two keys.";
            if (!Did.TryParse(method.Controller, out _))
                yield return $"The key '{Excerpt.Of(method.Id)}' needs a 'controller' that is a DID.";
        }
    }

    // A reference into this document must find one key; references into other documents are not judged here.
    private static IEnumerable<string> References(DidDocument document)
    {
        foreach (var relationship in Enum.GetValues<VerificationRelationship>())
        {
            var name = Relationship.NameOf(relationship);
            foreach (var reference in document.ReferencesOf(relationship))
            {
                if (!DidUrl.TryResolve(document.Id, reference, out var url))
                    yield return $"The reference '{Excerpt.Of(reference)}' in '{name}' is neither a DID URL nor relative to the document.";
                else if (url.Did == document.Id && document.FindMethod(reference) is null)
                    yield return $"The reference '{Excerpt.Of(reference)}' in '{name}' finds no single key of the document.";
            }
        }
    }

    // DID Core 5.4: ids of services are URIs that stand there once.
    private static IEnumerable<string> Services(DidDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in document.Services)
        {
            var id = DidUrl.TryResolve(document.Id, service.Id, out var url) ? url.ToString() : service.Id;
            if (!seen.Add(id)) yield return $"The service id '{Excerpt.Of(service.Id)}' stands at two services.";
            if (url is null && !Uri.TryCreate(service.Id, UriKind.Absolute, out _))
                yield return $"The service id '{Excerpt.Of(service.Id)}' is neither a URI nor relative to the document.";
        }
    }
}

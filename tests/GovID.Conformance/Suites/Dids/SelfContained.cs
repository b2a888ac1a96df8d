using System.Text.Json;
using GovID.Dids;
using GovID.Dids.Documents;

namespace GovID.Conformance.Suites.Dids;

/// <summary>DIDs that carry their document.</summary>
internal static class SelfContained
{
    private static readonly DidResolver Resolver = new(DidResolver.Offline);

    public static void Check(Did did, JsonElement expected) => Conformance.Check.Equal("document", expected, Resolve(Resolver, did).Json);

    public static DidDocument Resolve(IDidResolver resolver, Did did)
    {
        var resolution = resolver.ResolveAsync(did, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return resolution is DidResolution.Resolved resolved ? resolved.Document : throw new MismatchException($"resolution: {resolution}");
    }
}

using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Internal;

/// <summary>The spellings by which services name keys.</summary>
internal static class KeyReference
{
    private const int ShortestName = 8;

    public static PublicKey? Find(DidDocument document, string reference)
    {
        if (DidKey.TryParseReference(reference, out var key)) return key;
        if (document.FindMethod(reference) is { } method) return method.TryGetPublicKey(out key) ? key : null;
        if (!DidUrl.TryResolve(document.Id, reference, out var url) || url.Did != document.Id) return null;
        return document.Id.Method == DidPeer.Method && url.Fragment is { Length: >= ShortestName } name ? FindNamed(document, name) : null;
    }

    // Before did:peer:2 numbered its keys, a key was named by its multikey behind the z, whole or cut after eight letters.
    private static PublicKey? FindNamed(DidDocument document, string name)
    {
        var found = document.AllMethods()
            .Select(method => method.TryGetPublicKey(out var key) ? key : null)
            .OfType<PublicKey>()
            .Distinct()
            .Where(key => IsName(name, key.ToMultikey().AsSpan(1)))
            .Take(2)
            .ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static bool IsName(string name, ReadOnlySpan<char> whole) =>
        whole.SequenceEqual(name) || (name.Length == ShortestName && whole.StartsWith(name, StringComparison.Ordinal));
}

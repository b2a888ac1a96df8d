using System.Text;
using System.Text.Json;
using GovID.Dids;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Conformance.Suites.Dids;

/// <summary>did:peer: the document a DID carries, or the hash of the one that is stored; both forms of those that have two.</summary>
internal static class PeerDids
{
    public static void Check(Did did, JsonElement expected, string text)
    {
        switch (DidPeer.NumericBasisOf(did))
        {
            case 1:
                CheckStored(did, expected, text);
                break;
            case 2:
                CheckInline(did, expected);
                break;
            case 4:
                CheckLongForm(did, expected);
                break;
            default:
                SelfContained.Check(did, expected);
                break;
        }
    }

    // The DID is the hash of the document's first state; a later state is known by a hash of its own.
    private static void CheckStored(Did did, JsonElement expected, string text)
    {
        if (RecordedAnswers.State(did.ToString()) is { } state)
        {
            Conformance.Check.Equal("hash of the stored document", state, DidPeer.CreateGenesis(Encoding.UTF8.GetBytes(text)).ToString());
            return;
        }

        Conformance.Check.Equal("hash of the stored document", did.ToString(), DidPeer.CreateGenesis(Encoding.UTF8.GetBytes(text)).ToString());
        var resolver = new DidPeerResolver((_, _) => ValueTask.FromResult<string?>(text));
        Conformance.Check.Equal("document", expected, SelfContained.Resolve(resolver, did).Json);
    }

    // The method leaves the representation open: a file without @context states the plain JSON one (DID Core 6.2).
    private static void CheckInline(Did did, JsonElement expected)
    {
        var document = SelfContained.Resolve(new DidPeerResolver(), did);
        var plain = document.ToBuilder().WithoutContext().Build();
        Conformance.Check.Equal("document", expected, expected.Optional("@context") is null ? plain.Json : document.Json);

        var shortForm = DidPeer.ShortFormOf(did);
        var resolver = new DidPeerResolver((_, _) => ValueTask.FromResult<string?>(did.ToString()));
        var stated = Parse(Compact(document).Replace(did.ToString(), shortForm.ToString(), StringComparison.Ordinal));
        var found = SelfContained.Resolve(resolver, shortForm);
        Conformance.Check.Equal("short form: alsoKnownAs", did.ToString(), string.Join(' ', found.AlsoKnownAs));
        foreach (var member in stated.EnumerateObject())
            Conformance.Check.Equal($"short form: {member.Name}", member.Value, found.Json.Member(member.Name));
    }

    private static void CheckLongForm(Did did, JsonElement expected)
    {
        Conformance.Check.That("id", DidPeer.IsLongForm(did), "the document is under the short form, which does not carry it");
        var document = SelfContained.Resolve(new DidPeerResolver(), did);
        Conformance.Check.Equal("document", expected, document.Json);

        var shortForm = DidPeer.ShortFormOf(did);
        Conformance.Check.Equal("alsoKnownAs", shortForm.ToString(), document.AlsoKnownAs[^1]);
        var resolver = new DidPeerResolver((_, _) => ValueTask.FromResult<string?>(did.ToString()));
        Conformance.Check.Equal("short form: document", Swapped(document, did, shortForm), SelfContained.Resolve(resolver, shortForm).Json);
    }

    private static JsonElement Swapped(DidDocument document, Did one, Did other)
    {
        const string marker = "\"\\u0000\"";
        return Parse(Compact(document)
            .Replace($"\"{one}\"", marker, StringComparison.Ordinal)
            .Replace($"\"{other}\"", $"\"{one}\"", StringComparison.Ordinal)
            .Replace(marker, $"\"{other}\"", StringComparison.Ordinal));
    }

    private static string Compact(DidDocument document) => Encoding.UTF8.GetString(document.ToUtf8Json());

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

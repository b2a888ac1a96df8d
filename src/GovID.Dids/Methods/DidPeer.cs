using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Internal;
using GovID.Dids.Internal.Peer;

namespace GovID.Dids.Methods;

/// <summary>did:peer: DIDs between two parties that no registry knows (Peer DID Method, numeric bases 0 to 4).</summary>
public static class DidPeer
{
    /// <summary>The method's name.</summary>
    public const string Method = "peer";

    /// <summary>The most bytes of a document that did:peer:1 or did:peer:4 is made of.</summary>
    public const int MaximumStoredBytes = 8 * 1024;

    /// <summary>The numeric basis, the first character behind <c>did:peer:</c>.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: another method, or not 0 to 4.</exception>
    public static int NumericBasisOf(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        return did.Method == Method && did.MethodSpecificId[0] is >= '0' and <= '4'
            ? did.MethodSpecificId[0] - '0'
            : throw new DidException(DidErrorCode.UnsupportedMethod, "The DID is not a did:peer of numeric basis 0, 1, 2, 3 or 4.", "did");
    }

    /// <summary>Reads a did:peer as old writers wrote it: services of a did:peer:2 may end in base64 padding, which the DID that is returned lacks.</summary>
    /// <returns>False when it is no did:peer of a known numeric basis, with or without padding.</returns>
    public static bool TryParseLenient([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Did? did)
    {
        did = null;
        if (text is null || text.Length > Did.MaximumLength) return false;
        var plain = text.StartsWith($"did:{Method}:2.", StringComparison.Ordinal) && text.Contains('=', StringComparison.Ordinal)
            ? string.Join('.', text.Split('.').Select(part => part.StartsWith('S') ? part.TrimEnd('=') : part))
            : text;
        if (!Did.TryParse(plain, out var read) || read.Method != Method || read.MethodSpecificId[0] is < '0' or > '4') return false;
        did = read;
        return true;
    }

    /// <summary>Makes a did:peer:0: one key, no service.</summary>
    public static Did CreateInceptionKey(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Did.Parse($"did:{Method}:0{key.ToMultikey()}");
    }

    /// <summary>Makes the did:peer:1 of a stored document: the hash of its JSON without <c>id</c>.</summary>
    /// <param name="stored">The document, with or without its <c>id</c>; the order of members counts, white space does not.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/> or <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static Did CreateGenesis(ReadOnlyMemory<byte> stored) => PeerGenesis.DidOf(StrictJson.ParseObject(stored, MaximumStoredBytes, "document"));

    /// <summary>Makes a did:peer:2: keys with their purposes, in order, and services.</summary>
    /// <param name="keys">The keys; they become <c>#key-1</c>, <c>#key-2</c>, … in this order.</param>
    /// <param name="services">The services. An id that is relative is kept, an absolute one is left out.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.LimitExceeded"/>: the DID would be longer than a DID may be.</exception>
    public static Did CreateInline(IReadOnlyList<PeerKey> keys, IReadOnlyList<ServiceEntry> services)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(services);
        return PeerInline.Create(keys, services);
    }

    /// <summary>Makes a did:peer:4 in its long form, which carries the document.</summary>
    /// <param name="stored">The document without <c>id</c>, its ids relative: <see cref="DidDocumentBuilder.BuildStored"/>.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>: not such a document; <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static Did CreateLongForm(ReadOnlyMemory<byte> stored) => PeerLongForm.Create(StrictJson.ParseObject(stored, MaximumStoredBytes, "document"));

    /// <summary>The short form of a DID that has one: did:peer:4 of a long did:peer:4, did:peer:3 of a did:peer:2.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: the DID has no short form;
    /// <see cref="DidErrorCode.HashMismatch"/>: the long form does not begin with the hash of its document.</exception>
    public static Did ShortFormOf(Did did) => NumericBasisOf(did) switch
    {
        2 => PeerInline.ShortFormOf(did),
        4 => PeerLongForm.ShortFormOf(did),
        _ => throw new DidException(DidErrorCode.UnsupportedMethod, "Only did:peer:2 and the long form of did:peer:4 have a short form.", "did"),
    };

    /// <summary>Tells whether this is a did:peer:4 that carries its document.</summary>
    public static bool IsLongForm(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        return did.Method == Method && did.MethodSpecificId[0] == '4' && did.MethodSpecificId.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>The document of a did:peer that carries it: numeric basis 0, 2, or 4 in the long form.</summary>
    /// <param name="did">The DID.</param>
    /// <param name="naming">How services of a did:peer:2 without an id of their own are named.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>, <see cref="DidErrorCode.HashMismatch"/>,
    /// <see cref="DidErrorCode.UnsupportedKey"/>, or <see cref="DidErrorCode.UnsupportedMethod"/>: the DID does not carry its document.</exception>
    public static DidDocument CreateDocument(Did did, PeerServiceNaming naming = PeerServiceNaming.TypeAndPosition) => NumericBasisOf(did) switch
    {
        0 => PeerInline.CreateInceptionDocument(did),
        2 => PeerInline.CreateDocument(did, naming),
        4 when IsLongForm(did) => PeerLongForm.CreateDocument(did, did),
        _ => throw new DidException(DidErrorCode.UnsupportedMethod, "This did:peer does not carry its document: what was stored under it is needed.", "did"),
    };

    /// <summary>The document of a did:peer that stands for something stored: 1, 3, or 4 in the short form.</summary>
    /// <param name="did">The DID.</param>
    /// <param name="stored">For 3 and 4 the long form; for 1 the stored document's JSON.</param>
    /// <param name="naming">How services of a did:peer:2 without an id of their own are named.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.HashMismatch"/>: what is stored is not what the DID is the hash of; and what
    /// <see cref="CreateDocument(Did, PeerServiceNaming)"/> throws.</exception>
    public static DidDocument CreateDocument(Did did, string stored, PeerServiceNaming naming = PeerServiceNaming.TypeAndPosition)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return NumericBasisOf(did) switch
        {
            1 => PeerGenesis.CreateDocument(did, stored),
            3 => PeerInline.CreateDocumentOfShortForm(did, Did.Parse(stored, "stored"), naming),
            4 when !IsLongForm(did) => PeerLongForm.CreateDocument(did, Did.Parse(stored, "stored")),
            _ => throw new DidException(DidErrorCode.UnsupportedMethod, "This did:peer carries its document; nothing stored belongs to it.", "did"),
        };
    }
}

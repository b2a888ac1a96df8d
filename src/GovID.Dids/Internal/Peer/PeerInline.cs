using System.Text;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Internal.Peer;

/// <summary>did:peer 0, 2 and 3: keys and services in the DID itself (Peer DID Method, "Generation method 0" and "2").</summary>
internal static class PeerInline
{
    private const string PrefixOf2 = "did:peer:2";
    private const int MaximumElements = 128;

    public static Did Create(IReadOnlyList<PeerKey> keys, IReadOnlyList<ServiceEntry> services)
    {
        var text = new StringBuilder(PrefixOf2);
        foreach (var key in keys) text.Append('.').Append(CodeOf(key.Purpose)).Append(key.Key.ToMultikey());
        foreach (var service in services) text.Append('.').Append('S').Append(PeerServices.Encode(service.Json));
        if (keys.Count == 0) throw new DidException(DidErrorCode.InvalidDocument, "A did:peer:2 needs at least one key.", "keys");
        return Did.Parse(text.ToString());
    }

    public static Did ShortFormOf(Did did) =>
        Did.Parse($"did:peer:3{PeerHash.Of(Encoding.UTF8.GetBytes(did.MethodSpecificId[1..]))}");

    public static DidDocument CreateDocumentOfShortForm(Did shortForm, Did longForm, PeerServiceNaming naming)
    {
        if (DidPeer.NumericBasisOf(longForm) != 2 || ShortFormOf(longForm) != shortForm)
            throw new DidException(DidErrorCode.HashMismatch, "The stored long form is not the did:peer:2 that the did:peer:3 is the hash of.", "stored");
        return Read(shortForm, longForm, naming).AddAlsoKnownAs(longForm.ToString()).BuildUnchecked();
    }

    public static DidDocument CreateInceptionDocument(Did did) =>
        KeyDocument.Create(did, ReadKey(did.MethodSpecificId[1..]), VerificationKeyFormat.Deployed);

    public static DidDocument CreateDocument(Did did, PeerServiceNaming naming) => Read(did, did, naming).BuildUnchecked();

    private static DidDocumentBuilder Read(Did subject, Did longForm, PeerServiceNaming naming)
    {
        var parts = longForm.MethodSpecificId.Split('.');
        if (parts.Length < 2 || parts[0] != "2" || parts.Length > MaximumElements)
            throw new DidException(DidErrorCode.Malformed, $"A did:peer:2 is '2' and 1 to {MaximumElements - 1} elements, each behind a full stop.", "did");
        var builder = new DidDocumentBuilder(subject);
        var services = new PeerServices(subject, naming);
        var keys = 0;
        foreach (var part in parts.Skip(1))
        {
            if (part.Length == 0) throw new DidException(DidErrorCode.Malformed, "The did:peer:2 has an empty element.", "did");
            if (part[0] == 'S') services.Read(part[1..], builder);
            else AddKey(builder, subject, part, ++keys);
        }

        return builder;
    }

    private static void AddKey(DidDocumentBuilder builder, Did subject, string part, int number)
    {
        var method = VerificationMethod.Create($"{subject}#key-{number}", subject.ToString(), ReadKey(part[1..]), VerificationKeyFormat.Deployed);
        builder.AddEmbedded(PurposeOf(part[0]), method);
    }

    private static PublicKey ReadKey(string text) => KeyText.TryFromMultikey(text, out var key)
        ? key
        : throw new DidException(DidErrorCode.UnsupportedKey, $"'{Excerpt.Of(text)}' is not the canonical base58btc text of a key that is read here.", "did");

    private static char CodeOf(VerificationRelationship purpose) => purpose switch
    {
        VerificationRelationship.Authentication => 'V',
        VerificationRelationship.AssertionMethod => 'A',
        VerificationRelationship.KeyAgreement => 'E',
        VerificationRelationship.CapabilityInvocation => 'I',
        VerificationRelationship.CapabilityDelegation => 'D',
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    private static VerificationRelationship PurposeOf(char code) => code switch
    {
        'V' => VerificationRelationship.Authentication,
        'A' => VerificationRelationship.AssertionMethod,
        'E' => VerificationRelationship.KeyAgreement,
        'I' => VerificationRelationship.CapabilityInvocation,
        'D' => VerificationRelationship.CapabilityDelegation,
        _ => throw new DidException(DidErrorCode.Malformed, "The purpose of an element of the did:peer:2 is none of A, D, E, I, S, V.", "did"),
    };
}

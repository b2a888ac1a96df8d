using GovID.Dids;
using GovID.Dids.Documents;
using GovID.Dids.Methods;
using GovID.Ledger.Client.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>Builds the DID documents of did:indy from what the ledger holds (specification 14.3).</summary>
public static class IndyDocument
{
    private const string KeyFragment = "#verkey";
    private const string AgreementFragment = "#key-agreement-1";

    /// <summary>
    /// Assembles the document as the method's specification does: the key of the NYM, and the content that the owner added.
    /// </summary>
    /// <param name="did">The DID.</param>
    /// <param name="verkey">The whole key in base58.</param>
    /// <param name="content">The further content; null for none.</param>
    /// <returns>The document; plain JSON unless the content brings a context.</returns>
    /// <exception cref="LedgerClientException">The content breaks a rule (<see cref="LedgerClientErrorCode.InvalidContent"/>).</exception>
    public static LedgerMap Assemble(string did, string verkey, LedgerMap? content)
    {
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(verkey);
        var key = did + KeyFragment;
        var document = LedgerMap.Of(
            ("id", did),
            ("verificationMethod", new LedgerList(LedgerMap.Of(
                ("id", key), ("type", "Ed25519VerificationKey2018"), ("publicKeyBase58", verkey), ("controller", did)))),
            ("authentication", new LedgerList(key)));
        return content is null ? document : DocumentContent.Merge(document, content);
    }

    /// <summary>
    /// Builds the document as deployed agents do, with JSON-LD contexts. Content in the NYM comes first; without it the attribute
    /// <c>endpoint</c> gives services and a key to encrypt to.
    /// </summary>
    /// <param name="did">The DID.</param>
    /// <param name="nym">Its state.</param>
    /// <param name="endpoint">The attribute; null for none.</param>
    /// <returns>The document.</returns>
    /// <exception cref="LedgerClientException">
    /// The DID has no key (<see cref="LedgerClientErrorCode.Deactivated"/>), the state is another one's or its key is none
    /// (<see cref="LedgerClientErrorCode.Malformed"/>), or the content breaks a rule (<see cref="LedgerClientErrorCode.InvalidContent"/>).
    /// </exception>
    public static DidDocument Build(IndyDid did, NymState nym, IndyEndpoint? endpoint)
    {
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(nym);
        if (nym.Dest != did.Id)
            throw new LedgerClientException(LedgerClientErrorCode.Malformed, "The state belongs to another identifier.", "dest");
        if (nym.Verkey is not { } verkey)
            throw new LedgerClientException(LedgerClientErrorCode.Deactivated, "The DID has no key any more.", "verkey");
        var key = verkey.ToPublicKey(did.Id)
            ?? throw new LedgerClientException(LedgerClientErrorCode.Malformed, "The verkey is no Ed25519 key.", "verkey");

        var subject = did.ToDid();
        var builder = new DidDocumentBuilder(subject).AddKey(KeyFragment, key, VerificationKeyFormat.Deployed, VerificationRelationship.Authentication);
        if (nym.DidDocContent is { } content)
            return Parsed(DocumentContent.Merge(LedgerMap.Parse(builder.Build().ToUtf8Json()), content));
        if (endpoint is null)
            return builder.Build();

        builder.AddKey(AgreementFragment, key.ToX25519(), VerificationKeyFormat.Deployed, VerificationRelationship.KeyAgreement);
        endpoint.AddServices(builder, subject, $"{did}{AgreementFragment}");
        return builder.Build();
    }

    /// <summary>Merges further content into a document by the method's rules: lists are appended, other members added.</summary>
    /// <param name="document">The document made from the NYM.</param>
    /// <param name="content">The content.</param>
    /// <returns>The whole document.</returns>
    /// <exception cref="LedgerClientException">
    /// The content has an <c>id</c>, an entry with an id that the document has, or a member of another type than the document's
    /// (<see cref="LedgerClientErrorCode.InvalidContent"/>).
    /// </exception>
    public static LedgerMap Merge(LedgerMap document, LedgerMap content)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(content);
        return DocumentContent.Merge(document, content);
    }

    private static DidDocument Parsed(LedgerMap document)
    {
        try
        {
            return DidDocument.Parse(document.ToStateJsonBytes());
        }
        catch (DidException e)
        {
            throw new LedgerClientException(LedgerClientErrorCode.InvalidContent, $"The content makes no DID document: {e.Message}", "diddocContent", e);
        }
    }
}

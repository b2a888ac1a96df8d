using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Requests;

/// <summary>Checks the signatures of requests as a node does (specification 6.1, 6.2, 6.4).</summary>
public static class RequestSignatures
{
    private const int SignatureLength = 64;

    /// <summary>
    /// Checks every signature against the payload text. A signer that nobody knows may be its own key (32-byte identifier), or register
    /// itself by a NYM that carries the key.
    /// </summary>
    /// <param name="request">The request; its form is already checked.</param>
    /// <param name="findKey">Finds a signer's key on the ledger; null when there is none.</param>
    /// <returns>The verdict; a bad signature never throws.</returns>
    public static SignatureVerdict Verify(LedgerRequest request, Func<LedgerDid, PublicKey?> findKey)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findKey);
        if (!request.IsSigned)
            return new SignatureVerdict.Missing();

        IReadOnlyList<KeyValuePair<LedgerDid, string>> signatures =
            request.Signature is { } single && request.Identifier is { } author ? [new(author, single)] : request.Signatures;
        if (request.Endorser is { } endorser && signatures.All(signature => signature.Key != endorser))
            return new SignatureVerdict.EndorserMissing(endorser);

        var message = Encoding.UTF8.GetBytes(request.PayloadText);
        var wrong = new List<KeyValuePair<LedgerDid, string>>();
        foreach (var (signer, text) in signatures)
        {
            if (!Base58.TryDecode(text, out var signature))
                return new SignatureVerdict.NotBase58(signer, text);
            if ((findKey(signer) ?? OwnKey(signer, request)) is not { } key)
                return new SignatureVerdict.UnknownSigner(signer);
            if (signature.Length != SignatureLength || !key.Verify(message, signature))
                wrong.Add(new(signer, text));
        }

        return wrong.Count == 0
            ? new SignatureVerdict.Accepted([.. signatures.Select(signature => signature.Key)])
            : new SignatureVerdict.Rejected(signatures.Count - wrong.Count, wrong);
    }

    /// <summary>The key of a signer that is not on the ledger (specification 6.4).</summary>
    private static PublicKey? OwnKey(LedgerDid signer, LedgerRequest request)
    {
        if (request.Type == OperationType.NymNumber && signer == request.Identifier
            && string.Equals(request.Operation.FindText("dest")?.Value, signer.Text, StringComparison.Ordinal)
            && Verkey.TryParse(request.Operation.FindText("verkey")?.Value, out var verkey))
        {
            return verkey.ToPublicKey(signer);
        }

        return signer.IsVerkey && PublicKey.TryImport(KeyType.Ed25519, signer.ToBytes(), out var key) ? key : null;
    }
}

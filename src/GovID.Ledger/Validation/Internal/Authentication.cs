using System.Diagnostics;
using System.Globalization;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Validation.Internal;

/// <summary>Checks the signatures of a request against the keys on the ledger (specification 6.1, 6.4, 12.4).</summary>
internal static class Authentication
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Ok, or the REQNACK. A query may be unsigned, and may be signed by somebody whom the ledger does not know.</summary>
    public static RequestVerdict Check(LedgerRequest request, BatchState state, bool isQuery)
    {
        if (isQuery && !request.IsSigned)
            return RequestVerdict.Ok;
        if (!request.IsSigned && request.Raw.FindMap("signatures") is not null)
            return Refusals.Signature(Insufficient(0, []));
        if (FindKeyless(request, state) is { } keyless)
            return isQuery ? RequestVerdict.Ok : Refusals.Signature(Unknown(keyless));

        return RequestSignatures.Verify(request, did => KeyOf(state, did)) switch
        {
            SignatureVerdict.Accepted => RequestVerdict.Ok,
            SignatureVerdict.Missing => Refusals.Signature("MissingSignature()"),
            SignatureVerdict.EndorserMissing => Refusals.Signature("Endorser must sign the transaction"),
            SignatureVerdict.UnknownSigner unknown => isQuery ? RequestVerdict.Ok : Refusals.Signature(Unknown(unknown.Signer.Text)),
            SignatureVerdict.NotBase58 text => Refusals.Signature($"InvalidSignatureFormat() [caused by {DescribeForeign(text.Signature)}]"),
            SignatureVerdict.Rejected wrong => Refusals.Signature(Insufficient(wrong.Valid, wrong.Wrong)),
            _ => throw new UnreachableException(),
        };
    }

    // An identifier that stands on the ledger without a key cannot sign, not even by a key it brings along.
    private static string? FindKeyless(LedgerRequest request, BatchState state)
    {
        IEnumerable<string> signers = request.Signature is not null
            ? [request.Author()]
            : request.Signatures.Select(signature => signature.Key.Text);
        return signers.FirstOrDefault(signer => state.FindNym(signer) is { Verkey: null });
    }

    private static PublicKey? KeyOf(BatchState state, LedgerDid did) =>
        state.FindNym(did.Text)?.Verkey is { } text && Verkey.TryParse(text, out var verkey) && (!verkey.IsAbbreviated || !did.IsVerkey)
            && PublicKey.TryImport(KeyType.Ed25519, verkey.Expand(did), out var key)
            ? key
            : null;

    private static string Unknown(string signer) => $"could not authenticate, verkey for {signer} cannot be found";

    private static string Insufficient(int valid, IReadOnlyList<KeyValuePair<LedgerDid, string>> wrong) => string.Create(
        CultureInfo.InvariantCulture,
        $"insufficient number of valid signatures, {valid + wrong.Count} is required but {valid} valid and {wrong.Count} invalid have been provided. "
            + $"The following signatures are invalid: {string.Join("; ", wrong.Select(one => $"did={one.Key.Text}, signature={one.Value}"))}");

    private static string DescribeForeign(string signature)
    {
        var foreign = signature.EnumerateRunes().FirstOrDefault(rune => !rune.IsAscii || !Alphabet.Contains((char)rune.Value, StringComparison.Ordinal));
        return $"Invalid character {ReasonValues.Quoted(foreign.ToString())}";
    }
}

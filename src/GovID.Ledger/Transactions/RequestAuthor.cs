using GovID.Ledger.Requests;

namespace GovID.Ledger.Transactions;

/// <summary>Names the author of a request.</summary>
internal static class RequestAuthor
{
    /// <summary>The author; the sorted signers where the request names none (specification 6.3).</summary>
    public static string Author(this LedgerRequest request) => request.Identifier is { } author
        ? author.Text
        : string.Join(',', request.Signatures.Select(signature => signature.Key.Text).Order(StringComparer.Ordinal));
}

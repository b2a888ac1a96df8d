using GovID.Ledger.Requests;

namespace GovID.Ledger.Transactions;

/// <summary>Where a request was written.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="SeqNo">The position.</param>
public readonly record struct WrittenAt(LedgerId Ledger, long SeqNo);

/// <summary>The requests that were written, by their digests, to know a repeated one (specification 4.3, 15).</summary>
public sealed class RequestIndex
{
    private readonly Dictionary<string, WrittenAt> _byPayload = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _payloadByDigest = new(StringComparer.Ordinal);

    /// <summary>Gets the number of requests.</summary>
    public int Count => _byPayload.Count;

    /// <summary>Finds where a payload was written, whoever signed it.</summary>
    /// <param name="payloadDigest">The digest of the payload.</param>
    /// <returns>The place, or null.</returns>
    public WrittenAt? FindByPayload(string payloadDigest) => _byPayload.TryGetValue(payloadDigest, out var place) ? place : null;

    /// <summary>Finds the payload's digest of a request that was written with exactly these signatures.</summary>
    /// <param name="digest">The digest of the request.</param>
    /// <returns>The digest of its payload, or null.</returns>
    public string? FindPayload(string digest) => _payloadByDigest.GetValueOrDefault(digest);

    internal void Add(LedgerRequest request, LedgerId ledger, long seqNo)
    {
        _byPayload[request.PayloadDigest] = new WrittenAt(ledger, seqNo);
        _payloadByDigest[request.Digest] = request.PayloadDigest;
    }
}

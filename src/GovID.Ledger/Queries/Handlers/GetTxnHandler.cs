using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_TXN: a transaction with its place in the tree as it stands (specification 11.14).</summary>
public sealed class GetTxnHandler : QueryHandler
{
    internal GetTxnHandler()
        : base("3")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ledgers);
        var ledger = (LedgerId)(StateReader.Positive(request.Operation, "ledgerId") ?? (request.Operation.Contains("ledgerId") ? 0 : 1));
        var result = LedgerMap.Of(
            ("identifier", request.Author()),
            ("reqId", new LedgerInteger(request.ReqId)),
            ("type", Type),
            ("data", LedgerValue.Null));
        var seqNo = StateReader.Positive(request.Operation, "data")!.Value;
        if (ledgers[ledger].Find(seqNo) is not { } transaction)
            return new QueryAnswer.Reply(result);

        result = result.With("data", Shown(ledgers, ledgers[ledger], transaction)).With("seqNo", seqNo);
        var signature = ledgers[ledger].State is { } state ? ledgers.MultiSignatures.Find(state.Committed.Root) : null;
        return new QueryAnswer.Reply(signature is null
            ? result
            : result.With("state_proof", LedgerMap.Of(("multi_signature", signature.ToMap()))));
    }

    private static LedgerMap Shown(PoolLedgers ledgers, LedgerBook book, LedgerTransaction transaction)
    {
        var path = book.Log.InclusionProof(transaction.SeqNo - 1, book.CommittedSize);
        return WriteReplies.Shown(ledgers, transaction)
            .With("rootHash", book.CommittedRoot.ToString())
            .With("auditPath", new LedgerList(path.Select(hash => (LedgerValue)hash.ToString())))
            .With("ledgerSize", book.CommittedSize);
    }
}

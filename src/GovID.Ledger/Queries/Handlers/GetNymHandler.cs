using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_NYM: an identifier now, at a time or at a transaction (specification 11.1).</summary>
public sealed class GetNymHandler : QueryHandler
{
    internal GetNymHandler()
        : base("105")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (History.Judge(request.Operation) is { } fault)
            return Refuse(request, fault);

        var did = request.Operation.FindText("dest")!.Value;
        var found = new StateReader(ledgers, LedgerId.Domain).AtVersion(request.Operation, StateKeys.Nym(did));
        var record = found.Map;
        return Results.OverlaidBy(
            request, record?.With("dest", did).ToStateJson(), WrittenBy.Of(record, "seqNo", "txnTime"), found.Proof);
    }
}

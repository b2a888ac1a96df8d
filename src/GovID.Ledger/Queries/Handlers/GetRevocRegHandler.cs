using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_REVOC_REG: the accumulator of a registry at a time (specification 11.7).</summary>
public sealed class GetRevocRegHandler : QueryHandler
{
    internal GetRevocRegHandler()
        : base("116")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = StateKeys.RevocationAccumulator(request.Operation.FindText("revocRegDefId")!.Value);
        var time = StateReader.Positive(request.Operation, "timestamp") ?? 0;
        return Results.OfWrapped(request, new StateReader(ledgers, LedgerId.Domain).At(time, key));
    }
}

using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_FROZEN_LEDGERS: the ledgers that were ended (specification 11.12).</summary>
public sealed class GetFrozenLedgersHandler : QueryHandler
{
    internal GetFrozenLedgersHandler()
        : base("10")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers) =>
        Results.OfWrapped(request, new StateReader(ledgers, LedgerId.Config).Now(StateKeys.FrozenLedgers));
}

using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>POOL_CONFIG: whether the pool takes writes (specification 11.13). The switch works when the batch is committed.</summary>
public sealed class PoolConfigHandler : TransactionHandler
{
    internal PoolConfigHandler()
        : base("111", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state) =>
        Permission.Check(request, state, AuthRuleId.Edit(Type, "action"));

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        if (transaction.Data.Find("writes") is LedgerBoolean writes)
            state.SwitchWrites(writes.Value);
    }
}

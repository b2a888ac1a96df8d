using System.Numerics;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>LEDGERS_FREEZE: ends the ledgers of plug-ins; a pool of this kind has none (specification 11.12).</summary>
public sealed class LedgersFreezeHandler : TransactionHandler
{
    private static readonly BigInteger LastOwnLedger = (int)LedgerId.Audit;

    internal LedgersFreezeHandler()
        : base("9", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Asked(request).OfType<LedgerInteger>().Any(id => id.Value.Sign >= 0 && id.Value <= LastOwnLedger)
            ? Refusals.Form(request, "(0, 1, 2, 3) ledgers can't be frozen")
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        var verdict = Permission.Check(request, state, AuthRuleId.Edit(Type));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        return Asked(request).Count == 0
            ? RequestVerdict.Ok
            : Refusals.State(request, $"One or more ledgers from {ReasonValues.Quoted(Asked(request))} have never existed");
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var frozen = state.FindWrapped(Ledger, StateKeys.FrozenLedgers) ?? LedgerMap.Empty;
        state.Set(Ledger, StateKeys.FrozenLedgers, StateValues.Wrap(frozen, transaction.SeqNo, transaction.Time));
    }

    private static LedgerList Asked(LedgerRequest request) => request.Operation.FindList("ledgers_ids")!;
}

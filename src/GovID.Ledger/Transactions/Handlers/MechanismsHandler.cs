using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>TXN_AUTHOR_AGREEMENT_AML: the ways in which an agreement may be accepted (specification 11.11).</summary>
public sealed class MechanismsHandler : TransactionHandler
{
    internal MechanismsHandler()
        : base("5", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Operation.FindMap("aml")!.Count > 0
            ? RequestVerdict.Ok
            : Refusals.Form(request, "TXN_AUTHOR_AGREEMENT_AML request must contain at least one acceptance mechanism");
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var verdict = Permission.Check(request, state, AuthRuleId.Add(Type));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        var key = StateKeys.MechanismsVersion(request.Operation.FindText("version")!.Value);
        return state.Get(Ledger, key) is null
            ? RequestVerdict.Ok
            : Refusals.State(request, "Version of TAA AML must be unique and it cannot be modified");
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var value = StateValues.Wrap(transaction.Data, transaction.SeqNo, transaction.Time);
        state.Set(Ledger, StateKeys.MechanismsLatest, value);
        state.Set(Ledger, StateKeys.MechanismsVersion(transaction.Data.FindText("version")!.Value), value);
    }
}

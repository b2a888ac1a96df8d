using System.Numerics;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>TXN_AUTHOR_AGREEMENT_DISABLE: no agreement is asked for any more (specification 11.11).</summary>
public sealed class AgreementDisableHandler : TransactionHandler
{
    internal AgreementDisableHandler()
        : base("8", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var verdict = Permission.Check(request, state, AuthRuleId.Add(Type));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        return Agreements.LatestDigest(state) is null
            ? Refusals.State(request, "Transaction author agreement is already disabled.")
            : RequestVerdict.Ok;
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var now = transaction.Time ?? 0;
        foreach (var agreement in Agreements.All(state))
        {
            if (agreement.FindInteger("retirement_ts") is { } retired && retired.Value <= new BigInteger(now))
                continue;
            Agreements.Write(state, agreement.With("retirement_ts", now), transaction);
        }

        state.Remove(Ledger, StateKeys.AgreementLatest);
    }
}

using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>AUTH_RULE: another constraint for one rule (specification 11.10).</summary>
public sealed class AuthRuleHandler : TransactionHandler
{
    internal AuthRuleHandler()
        : base("120", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AuthRuleChange.Check(request, request.Operation);
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state) =>
        Permission.Check(request, state, AuthRuleId.Edit(Type));

    internal override void WriteState(LedgerTransaction transaction, BatchState state) => AuthRuleChange.Write(transaction.Data, state);
}

/// <summary>AUTH_RULES: other constraints for several rules at once (specification 11.10).</summary>
public sealed class AuthRulesHandler : TransactionHandler
{
    internal AuthRulesHandler()
        : base("122", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Operation.FindList("rules")!
            .Select(rule => AuthRuleChange.Check(request, (LedgerMap)rule))
            .FirstOrDefault(verdict => verdict is not RequestVerdict.Accepted, RequestVerdict.Ok);
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state) =>
        Permission.Check(request, state, AuthRuleId.Edit(Type));

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        foreach (var rule in transaction.Data.FindList("rules")!)
            AuthRuleChange.Write((LedgerMap)rule, state);
    }
}


using GovID.Ledger.Authorization;
using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_AUTH_RULE: one rule, or all of them (specification 11.10).</summary>
public sealed class GetAuthRuleHandler : QueryHandler
{
    private static readonly string[] Required = ["auth_action", "auth_type", "field", "new_value"];

    internal GetAuthRuleHandler()
        : base("121")
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation.Count <= 1)
            return RequestVerdict.Ok;
        return Array.TrueForAll(Required, request.Operation.Contains)
            ? AuthRuleChange.CheckName(request, request.Operation)
            : Refusals.Form(request, "Not enough fields to build an auth key.");
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reader = new StateReader(ledgers, LedgerId.Config);
        var rules = new AuthRuleBook(id => ConstraintIn(reader.Now(StateKeys.AuthRule(id.ToString()))));
        if (request.Operation.Count <= 1)
        {
            var all = new LedgerList(rules.All().Select(rule => (LedgerValue)rule.ToMap()));
            return Results.OverlaidBy(request, all, WrittenBy.Nobody, null);
        }

        var id = AuthRuleChange.IdOf(request.Operation);
        return Results.OverlaidBy(
            request, new LedgerList(rules.Find(id)!.ToMap()), WrittenBy.Nobody, reader.Now(StateKeys.AuthRule(id.ToString())).Proof);
    }

    private static AuthConstraint? ConstraintIn(Found found) => found.Map is { } stored ? AuthConstraint.Parse(stored) : null;
}

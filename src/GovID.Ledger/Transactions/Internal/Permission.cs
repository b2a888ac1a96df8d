using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>Asks the rules of the network whether the signers of a request may do what it asks (specification 12).</summary>
internal static class Permission
{
    /// <summary>Ok, or the REJECT of a transaction.</summary>
    public static RequestVerdict Check(LedgerRequest request, BatchState state, AuthRuleId action, bool isOwner = true) =>
        Find(request, state, action, isOwner) is { } reason ? Refusals.Permission(request, reason) : RequestVerdict.Ok;

    /// <summary>The reason why not, or null.</summary>
    public static string? Find(LedgerRequest request, BatchState state, AuthRuleId action, bool isOwner = true)
    {
        if (state.Rules.FindFor(action) is not { } rule)
            return $"Request can not be authorized as action is not allowed: Request: {ReasonValues.Quoted(Shown(request))}";
        var verdict = Authorizer.Judge(rule.Constraint, new Signers(request, state.RoleOf), action, isOwner);
        return verdict is AuthVerdict.Denied denied ? denied.Reason : null;
    }

    // Every node must print the request in one order (specification 13.4).
    private static LedgerMap Shown(LedgerRequest request)
    {
        string[] order = ["reqId", "operation", "identifier", "signatures", "signature", "protocolVersion", "taaAcceptance", "endorser"];
        return LedgerMap.From(order
            .Where(request.Raw.Contains)
            .Select(name => new KeyValuePair<string, LedgerValue>(name, request.Raw.Find(name)!)));
    }
}

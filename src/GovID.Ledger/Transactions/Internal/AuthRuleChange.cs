using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>One rule in AUTH_RULE, AUTH_RULES and GET_AUTH_RULE (specification 11.10).</summary>
internal static class AuthRuleChange
{
    /// <summary>Checks a constraint and that its rule exists.</summary>
    public static RequestVerdict Check(LedgerRequest request, LedgerMap rule)
    {
        try
        {
            _ = AuthConstraint.Parse(rule.FindMap("constraint")!);
        }
        catch (LedgerException fault)
        {
            return Refusals.Form(request, fault.Message);
        }

        return CheckName(request, rule);
    }

    /// <summary>Checks that a rule of this name exists.</summary>
    public static RequestVerdict CheckName(LedgerRequest request, LedgerMap rule)
    {
        var action = rule.FindText("auth_action")?.Value;
        var hasOldValue = rule.Contains("old_value");
        if (!hasOldValue && action == "EDIT")
            return Refusals.Form(request, "Transaction for change authentication rule for auth_action=EDIT must contain field old_value");
        if (hasOldValue && action == "ADD")
            return Refusals.Form(request, "Transaction for change authentication rule for auth_action=ADD must not contain field old_value");
        var id = IdOf(rule);
        return AuthRuleBook.Exists(id)
            ? RequestVerdict.Ok
            : Refusals.Form(request, $"Unknown authorization rule: key '{id}' is not found in authorization map.");
    }

    /// <summary>The name of a rule.</summary>
    public static AuthRuleId IdOf(LedgerMap rule)
    {
        var type = rule.FindText("auth_type")?.Value ?? string.Empty;
        var field = rule.FindText("field")?.Value;
        var newValue = rule.FindText("new_value")?.Value;
        return rule.FindText("auth_action")?.Value == "EDIT"
            ? AuthRuleId.Edit(type, field, rule.FindText("old_value")?.Value, newValue)
            : AuthRuleId.Add(type, field, newValue);
    }

    /// <summary>Puts the constraint into the state, with every member it has.</summary>
    public static void Write(LedgerMap rule, BatchState state) => state.Set(
        LedgerId.Config,
        StateKeys.AuthRule(IdOf(rule).ToString()),
        AuthConstraint.Parse(rule.FindMap("constraint")!).ToMap().ToStateJsonBytes());
}

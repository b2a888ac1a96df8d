using GovID.Ledger.Values;

namespace GovID.Ledger.Authorization;

/// <summary>A rule: what it is about and who must sign.</summary>
/// <param name="Id">What it is about.</param>
/// <param name="Constraint">Who must sign.</param>
public sealed record AuthRule(AuthRuleId Id, AuthConstraint Constraint)
{
    /// <summary>Writes the rule as GET_AUTH_RULE answers it (specification 11.10).</summary>
    /// <returns>The object; the old value only for changes.</returns>
    public LedgerMap ToMap()
    {
        var map = LedgerMap.Of(
            ("constraint", Constraint.ToMap()), ("auth_type", Id.Type), ("auth_action", Id.Action), ("field", Id.Field), ("new_value", Id.NewValue));
        return Id.Kind == AuthActionKind.Edit ? map.With("old_value", Id.OldValue) : map;
    }
}

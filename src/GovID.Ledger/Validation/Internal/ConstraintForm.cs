using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The form of constraints in AUTH_RULE and AUTH_RULES (specification 12.1); nesting is bounded.</summary>
internal static class ConstraintForm
{
    /// <summary>How deep AND and OR may nest.</summary>
    public const int DeepestNesting = 16;

    private static readonly FieldRule Kind = TextRules.OneOf("ROLE", "AND", "OR", "FORBIDDEN");

    private static readonly MessageForm Entity = new("ConstraintEntityField",
    [
        ("constraint_id", Kind),
        ("role", TextRules.Role),
        ("sig_count", NumberRules.NonNegative),
        ("need_to_be_owner", NumberRules.Truth.Optional()),
        ("off_ledger_signature", NumberRules.Truth.Optional()),
        ("metadata", CollectionRules.AnyMap.Optional()),
    ]);

    /// <summary>The rule of the member <c>constraint</c>.</summary>
    public static FieldRule Rule { get; } = new(value => Judge(value, DeepestNesting));

    private static FieldFault? Judge(LedgerValue value, int depthLeft)
    {
        if (value is not LedgerMap { Count: > 0 } map)
        {
            return value is LedgerMap or LedgerNull or LedgerList { Count: 0 }
                ? new FieldFault("Fields auth_constraints and constraint are required and should not be an empty list.")
                : new FieldFault(FieldRule.WrongKind("dict", value));
        }

        if (!map.Contains("constraint_id"))
            return new FieldFault("Field constraint_id is required");
        return map.FindText("constraint_id")?.Value switch
        {
            "FORBIDDEN" => null,
            "ROLE" => Entity.AsRule().Check(map),
            _ => ListForm(depthLeft).AsRule().Check(map),
        };
    }

    private static MessageForm ListForm(int depthLeft) => new(
        "ConstraintListField",
        [("constraint_id", Kind), ("auth_constraints", CollectionRules.ListOf(FieldRule.Of(_ => null)))],
        (form, map) => JudgeParts(form, map.FindList("auth_constraints")!, depthLeft));

    private static string? JudgeParts(MessageForm form, LedgerList parts, int depthLeft)
    {
        if (parts.Count == 0)
            return form.Sentence("Fields auth_constraints should not be an empty list.");
        if (depthLeft == 0)
            return form.Sentence("constraints nest too deep");
        foreach (var part in parts)
        {
            if (Judge(part, depthLeft - 1) is { } fault)
                return fault.IsSentence ? fault.Text : form.Sentence(fault.Text);
        }

        return null;
    }
}

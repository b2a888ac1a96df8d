using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>What a field rule found: a text about the value, or a complete sentence of a nested message.</summary>
internal readonly record struct FieldFault(string Text, bool IsSentence = false);

/// <summary>The rule of one member: whether it may be missing and what its value must be.</summary>
internal sealed record FieldRule(Func<LedgerValue, FieldFault?> Check)
{
    /// <summary>True where the member may be missing.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>A rule that judges the value by a text, null for a good one.</summary>
    public static FieldRule Of(Func<LedgerValue, string?> judge) => new(value => judge(value) is { } text ? new FieldFault(text) : null);

    /// <summary>A rule for one kind of value; others are refused by the names of the kinds.</summary>
    public static FieldRule Of<TValue>(string kinds, Func<TValue, string?> judge)
        where TValue : LedgerValue => Of(value => value is TValue typed ? judge(typed) : WrongKind(kinds, value));

    /// <summary>The text about a value of another kind.</summary>
    public static string WrongKind(string kinds, LedgerValue value) => $"expected types '{kinds}', got '{ReasonValues.Kind(value)}'";

    /// <summary>The same rule for a member that may be missing.</summary>
    public FieldRule Optional() => this with { IsOptional = true };

    /// <summary>The same rule where null is good too.</summary>
    public FieldRule OrNull() => this with { Check = value => value is LedgerNull ? null : Check(value) };
}

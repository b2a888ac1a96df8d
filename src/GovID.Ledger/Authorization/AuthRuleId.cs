namespace GovID.Ledger.Authorization;

/// <summary>Whether a rule is about adding or changing.</summary>
public enum AuthActionKind
{
    /// <summary>Something new is written.</summary>
    Add,

    /// <summary>Something that exists is changed.</summary>
    Edit,
}

/// <summary>
/// Names a rule, or what a request is about to do (specification 12.2). In a rule, <c>*</c> stands for anything; the old value of an
/// addition is always <c>*</c>; a null value is the empty text.
/// </summary>
/// <param name="Type">The transaction type as text.</param>
/// <param name="Kind">Adding or changing.</param>
/// <param name="Field">The member that is written.</param>
/// <param name="OldValue">The value before.</param>
/// <param name="NewValue">The value after.</param>
public sealed record AuthRuleId(string Type, AuthActionKind Kind, string Field, string OldValue, string NewValue)
{
    /// <summary>The text that stands for anything.</summary>
    public const string Anything = "*";

    /// <summary>Gets the name of the kind as it travels.</summary>
    public string Action => Kind == AuthActionKind.Add ? "ADD" : "EDIT";

    /// <summary>Names an addition.</summary>
    /// <param name="type">The transaction type.</param>
    /// <param name="field">The member.</param>
    /// <param name="value">The new value; null is the empty text.</param>
    /// <returns>The name.</returns>
    public static AuthRuleId Add(string type, string? field = Anything, string? value = Anything) =>
        new(type, AuthActionKind.Add, field ?? string.Empty, Anything, value ?? string.Empty);

    /// <summary>Names a change.</summary>
    /// <param name="type">The transaction type.</param>
    /// <param name="field">The member.</param>
    /// <param name="oldValue">The old value; null is the empty text.</param>
    /// <param name="newValue">The new value; null is the empty text.</param>
    /// <returns>The name.</returns>
    public static AuthRuleId Edit(string type, string? field = Anything, string? oldValue = Anything, string? newValue = Anything) =>
        new(type, AuthActionKind.Edit, field ?? string.Empty, oldValue ?? string.Empty, newValue ?? string.Empty);

    /// <summary>Says whether this rule covers what a request is about to do: each part equal, or anything.</summary>
    /// <param name="action">What the request is about to do.</param>
    /// <returns>Whether it does.</returns>
    public bool Covers(AuthRuleId action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Kind == action.Kind
            && string.Equals(Type, action.Type, StringComparison.Ordinal)
            && CoversPart(Field, action.Field)
            && CoversPart(OldValue, action.OldValue)
            && CoversPart(NewValue, action.NewValue);
    }

    /// <summary>Writes the name as it stands in state keys: <c>101--ADD--*--*--*</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Type}--{Action}--{Field}--{OldValue}--{NewValue}";

    private static bool CoversPart(string rule, string action) =>
        rule == Anything || string.Equals(rule, action, StringComparison.Ordinal);
}

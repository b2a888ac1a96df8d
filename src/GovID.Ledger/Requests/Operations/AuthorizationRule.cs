using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>AUTH_RULE: changes who may do one thing (specification 11.10, 12.1).</summary>
/// <param name="Key">What the rule is about.</param>
/// <param name="Constraint">Who may: ROLE, OR, AND or FORBIDDEN.</param>
public sealed record AuthorizationRule(AuthorizationKey Key, LedgerMap Constraint) : LedgerOperation
{
    internal const string Number = "120";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        Key.CheckRules("operation");
        ConstraintForm.Check(Constraint, "operation.constraint");
    }

    internal static AuthorizationRule Read(OperationReader reader) => new(AuthorizationKey.Read(reader), reader.Map("constraint"));

    private protected override void Write(OperationWriter writer)
    {
        Key.Write(writer);
        writer.Add("constraint", Constraint);
    }
}

/// <summary>AUTH_RULES: several rules at once (specification 11.10).</summary>
/// <param name="Rules">The rules.</param>
public sealed record AuthorizationRules(IReadOnlyList<AuthorizationRuleEntry> Rules) : LedgerOperation
{
    internal const string Number = "122";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(Rules.Count > 0, "operation.rules", "has at least one rule");
        for (var i = 0; i < Rules.Count; i++)
        {
            Rules[i].Key.CheckRules($"operation.rules[{i}]");
            ConstraintForm.Check(Rules[i].Constraint, $"operation.rules[{i}].constraint");
        }
    }

    internal static AuthorizationRules Read(OperationReader reader) =>
        new([.. reader.List("rules").Select((rule, i) => AuthorizationRuleEntry.Read(rule, reader.Field($"rules[{i}]")))]);

    private protected override void Write(OperationWriter writer) =>
        writer.Add("rules", new LedgerList(Rules.Select(rule => (LedgerValue)rule.ToMap())));
}

/// <summary>One rule among several.</summary>
/// <param name="Key">What the rule is about.</param>
/// <param name="Constraint">Who may.</param>
public sealed record AuthorizationRuleEntry(AuthorizationKey Key, LedgerMap Constraint)
{
    /// <summary>Gets the members that the specification does not name.</summary>
    public LedgerMap Additional { get; init; } = LedgerMap.Empty;

    internal static AuthorizationRuleEntry Read(LedgerValue rule, string path)
    {
        var map = rule as LedgerMap ?? throw new LedgerException(LedgerErrorCode.WrongType, "A rule must be an object.", path);
        var reader = new OperationReader(map, path);
        return new AuthorizationRuleEntry(AuthorizationKey.Read(reader), reader.Map("constraint")) { Additional = reader.Rest() };
    }

    internal LedgerMap ToMap()
    {
        var writer = new OperationWriter();
        Key.Write(writer);
        return writer.Add("constraint", Constraint).Build(Additional);
    }
}

/// <summary>GET_AUTH_RULE: reads one rule, or all of them (specification 11.10).</summary>
/// <param name="Key">What the rule is about; null for all.</param>
public sealed record GetAuthorizationRule(AuthorizationKey? Key) : LedgerOperation
{
    internal const string Number = "121";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        Key?.CheckRules("operation");
        foreach (var name in AuthorizationKey.Members)
            FieldRule.Require(!Additional.Contains(name), $"operation.{name}", "is given without the others; give all members of a rule or none");
    }

    internal static GetAuthorizationRule Read(OperationReader reader) => new(AuthorizationKey.TryRead(reader));

    private protected override void Write(OperationWriter writer) => Key?.Write(writer);
}

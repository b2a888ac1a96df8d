namespace GovID.Ledger.Authorization;

/// <summary>The rules of a network: the defaults, each replaced where the config state holds another constraint (specification 12.2).</summary>
/// <param name="overrideOf">The constraint in the state under a rule's name, or null.</param>
public sealed class AuthRuleBook(Func<AuthRuleId, AuthConstraint?> overrideOf)
{
    private static readonly Dictionary<string, AuthRule> ByName =
        StandardAuthRules.List.ToDictionary(rule => rule.Id.ToString(), StringComparer.Ordinal);

    private static readonly ILookup<string, AuthRule> ByType = StandardAuthRules.List.ToLookup(rule => rule.Id.Type, StringComparer.Ordinal);

    /// <summary>Says whether a rule of this name exists; only those may be changed.</summary>
    /// <param name="id">The name.</param>
    /// <returns>Whether it does.</returns>
    public static bool Exists(AuthRuleId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ByName.ContainsKey(id.ToString());
    }

    /// <summary>The first rule in order that covers an action, as it stands now.</summary>
    /// <param name="action">What a request is about to do.</param>
    /// <returns>The rule, or null where the action is not foreseen.</returns>
    public AuthRule? FindFor(AuthRuleId action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return ByType[action.Type].FirstOrDefault(rule => rule.Id.Covers(action)) is { } found ? Current(found) : null;
    }

    /// <summary>A rule by its name, as it stands now.</summary>
    /// <param name="id">The name.</param>
    /// <returns>The rule, or null.</returns>
    public AuthRule? Find(AuthRuleId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ByName.TryGetValue(id.ToString(), out var rule) ? Current(rule) : null;
    }

    /// <summary>Every rule in order, as it stands now.</summary>
    /// <returns>The rules.</returns>
    public IEnumerable<AuthRule> All() => StandardAuthRules.List.Select(Current);

    private AuthRule Current(AuthRule rule) => overrideOf(rule.Id) is { } constraint ? rule with { Constraint = constraint } : rule;
}

using GovID.Ledger.Requests;

namespace GovID.Ledger.Authorization;

/// <summary>The 75 rules that hold where the ledger says nothing else, in the order in which they are tried (specification 12.2).</summary>
public static class StandardAuthRules
{
    private static readonly AuthConstraint OneTrustee = One(LedgerRole.Trustee);
    private static readonly AuthConstraint ThreeTrustees = new AuthConstraint.Role(LedgerRole.Trustee, 3);
    private static readonly AuthConstraint Owner = new AuthConstraint.Role(AuthConstraint.AnyRole, 1) { MustBeOwner = true };
    private static readonly AuthConstraint OwningSteward = new AuthConstraint.Role(LedgerRole.Steward, 1) { MustBeOwner = true };
    private static readonly AuthConstraint Nobody = new AuthConstraint.Forbidden();
    private static readonly AuthConstraint StewardOrTrustee = AnyOf(One(LedgerRole.Steward), OneTrustee);
    private static readonly AuthConstraint TrusteeOrOwningSteward = AnyOf(OneTrustee, OwningSteward);
    private static readonly AuthConstraint Writers = AnyOf(OneTrustee, One(LedgerRole.Steward), One(LedgerRole.Endorser));
    private static readonly AuthConstraint Watchers = AnyOf(OneTrustee, One(LedgerRole.Steward), One(LedgerRole.NetworkMonitor));

    private static readonly AuthConstraint OwningWriters = AnyOf(
        new AuthConstraint.Role(LedgerRole.Trustee, 1) { MustBeOwner = true },
        OwningSteward,
        new AuthConstraint.Role(LedgerRole.Endorser, 1) { MustBeOwner = true });

    private static readonly string[] Roles = [LedgerRole.Trustee, LedgerRole.Steward, LedgerRole.Endorser, LedgerRole.NetworkMonitor, string.Empty];

    /// <summary>Gets the rules in order.</summary>
    public static IReadOnlyList<AuthRule> List { get; } =
    [
        new(AuthRuleId.Add("1", "role", LedgerRole.Trustee), OneTrustee),
        new(AuthRuleId.Add("1", "role", LedgerRole.Steward), OneTrustee),
        new(AuthRuleId.Add("1", "role", LedgerRole.Endorser), StewardOrTrustee),
        new(AuthRuleId.Add("1", "role", LedgerRole.NetworkMonitor), StewardOrTrustee),
        new(AuthRuleId.Add("1", "role", string.Empty), Writers),
        new(AuthRuleId.Edit("1", "verkey"), Owner),
        new(AuthRuleId.Add("4"), OneTrustee),
        new(AuthRuleId.Edit("4"), OneTrustee),
        new(AuthRuleId.Add("8"), OneTrustee),
        new(AuthRuleId.Add("5"), OneTrustee),
        new(AuthRuleId.Add("100"), Owner),
        new(AuthRuleId.Edit("100"), Owner),
        new(AuthRuleId.Add("101"), Writers),
        new(AuthRuleId.Edit("101"), Nobody),
        .. RichSchemas(),
        new(AuthRuleId.Add("102"), Writers),
        new(AuthRuleId.Edit("102"), Owner),
        new(AuthRuleId.Add("0", "services", "['VALIDATOR']"), OwningSteward),
        new(AuthRuleId.Add("0", "services", "[]"), OwningSteward),
        new(AuthRuleId.Edit("0", "services", "['VALIDATOR']", "[]"), TrusteeOrOwningSteward),
        new(AuthRuleId.Edit("0", "services", "[]", "['VALIDATOR']"), TrusteeOrOwningSteward),
        new(AuthRuleId.Edit("0", "node_ip"), OwningSteward),
        new(AuthRuleId.Edit("0", "node_port"), OwningSteward),
        new(AuthRuleId.Edit("0", "client_ip"), OwningSteward),
        new(AuthRuleId.Edit("0", "client_port"), OwningSteward),
        new(AuthRuleId.Edit("0", "blskey"), OwningSteward),
        new(AuthRuleId.Add("109", "action", "start"), OneTrustee),
        new(AuthRuleId.Edit("109", "action", "start", "cancel"), OneTrustee),
        new(AuthRuleId.Add("118", "action"), OneTrustee),
        new(AuthRuleId.Edit("111", "action"), OneTrustee),
        new(AuthRuleId.Edit("120"), OneTrustee),
        new(AuthRuleId.Edit("122"), OneTrustee),
        new(AuthRuleId.Add("119"), Watchers),
        new(AuthRuleId.Add("113"), Writers),
        new(AuthRuleId.Add("114"), OwningWriters),
        new(AuthRuleId.Edit("113"), Owner),
        new(AuthRuleId.Edit("114"), Owner),
        new(AuthRuleId.Edit("9"), ThreeTrustees),
        new(AuthRuleId.Edit("130"), OneTrustee),
        .. RoleChanges(),
    ];

    private static IEnumerable<AuthRule> RichSchemas() =>
        ((string[])["200", "201", "202", "203", "204", "205"])
            .SelectMany(type => (AuthRule[])[new(AuthRuleId.Add(type), Writers), new(AuthRuleId.Edit(type), Nobody)]);

    private static IEnumerable<AuthRule> RoleChanges() => Roles.SelectMany(
        before => Roles.Select(after => new AuthRule(AuthRuleId.Edit("1", "role", before, after), ForChange(before, after))));

    private static AuthConstraint ForChange(string before, string after) => (before, after) switch
    {
        _ when before == after => Owner,
        ("", LedgerRole.Endorser) or ("", LedgerRole.NetworkMonitor) => StewardOrTrustee,
        (LedgerRole.NetworkMonitor, LedgerRole.Endorser) or (LedgerRole.NetworkMonitor, "") => StewardOrTrustee,
        _ => OneTrustee,
    };

    private static AuthConstraint.Role One(string role) => new(role, 1);

    private static AuthConstraint.Any AnyOf(params AuthConstraint[] parts) => new(parts);
}

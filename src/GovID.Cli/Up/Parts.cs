namespace GovID.Cli.Up;

/// <summary>The rows of the status table, in the order in which they start.</summary>
internal static class Parts
{
    public const string DataFolder = "data folder";
    public const string Network = "network";

    /// <summary>What the whole has and this version has not.</summary>
    public static IReadOnlyList<(string Part, string Words)> NotThereYet { get; } =
    [
        ("ledger", "four validators that order and certify writes"),
        ("departments", "agents that issue credentials, with a console for clerks"),
        ("mediator", "a mailbox for wallets"),
        ("bridge", "login by presentation for any OpenID Connect portal"),
        ("portal", "a sample portal that logs people in"),
        ("explorer", "the public registry"),
        ("wallet", "the citizen's wallet"),
    ];

    public static IReadOnlyList<string> All { get; } = [DataFolder, Network, .. NotThereYet.Select(one => one.Part)];
}

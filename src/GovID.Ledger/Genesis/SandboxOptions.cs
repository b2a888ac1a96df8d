namespace GovID.Ledger.Genesis;

/// <summary>The size and addresses of a development network.</summary>
public sealed record SandboxOptions
{
    /// <summary>Gets the number of nodes. Default: 4, the fewest that stand one failure.</summary>
    public int Nodes { get; init; } = 4;

    /// <summary>Gets the number of identities without a role. Default: 1.</summary>
    public int Clients { get; init; } = 1;

    /// <summary>Gets one address for all nodes, or one for each. Default: 127.0.0.1.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = ["127.0.0.1"];

    /// <summary>Gets the first node's port for other nodes; its clients' port follows, then the next node's. Default: 9701.</summary>
    public int FirstPort { get; init; } = 9701;
}

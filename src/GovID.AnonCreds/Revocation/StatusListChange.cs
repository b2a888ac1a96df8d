namespace GovID.AnonCreds.Revocation;

/// <summary>What changes from one status list to the next (specification 10.5). An index named in both sets counts where its bit allows.</summary>
public sealed record StatusListChange
{
    /// <summary>Indices that are valid from now on: issued on demand, or no longer revoked. Those already valid change nothing.</summary>
    public IReadOnlySet<int> Issued { get; init; } = new HashSet<int>();

    /// <summary>Indices that are revoked from now on. Those already revoked change nothing.</summary>
    public IReadOnlySet<int> Revoked { get; init; } = new HashSet<int>();

    /// <summary>The time of the new list, in seconds since 1970; null keeps that of the old one.</summary>
    public ulong? Timestamp { get; init; }
}

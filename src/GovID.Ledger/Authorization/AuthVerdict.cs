namespace GovID.Ledger.Authorization;

/// <summary>Whether the signers of a request may do what it asks (specification 12).</summary>
public abstract record AuthVerdict
{
    private AuthVerdict()
    {
    }

    /// <summary>Gets the verdict that allows.</summary>
    public static AuthVerdict Ok { get; } = new Allowed();

    /// <summary>They may.</summary>
    public sealed record Allowed : AuthVerdict;

    /// <summary>They may not.</summary>
    /// <param name="Reason">The words that every node gives alike.</param>
    public sealed record Denied(string Reason) : AuthVerdict;
}

namespace GovID.Ledger.Validation;

/// <summary>What a check says about a request. The texts are those every node of a pool must give alike (specification 4.2, 13.4).</summary>
public abstract record RequestVerdict
{
    private RequestVerdict()
    {
    }

    /// <summary>Gets the verdict that finds nothing wrong.</summary>
    public static RequestVerdict Ok { get; } = new Accepted();

    /// <summary>The check found nothing wrong.</summary>
    public sealed record Accepted : RequestVerdict;

    /// <summary>The form or the signature is wrong; the client gets REQNACK.</summary>
    /// <param name="Reason">The reason text.</param>
    public sealed record Nack(string Reason) : RequestVerdict;

    /// <summary>The ledger's state or the rules say no; the client gets REJECT.</summary>
    /// <param name="Reason">The reason text.</param>
    /// <param name="Code">The number of an agreement error (specification 4.2), else null.</param>
    public sealed record Reject(string Reason, int? Code = null) : RequestVerdict;
}

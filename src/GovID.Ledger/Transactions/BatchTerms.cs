using GovID.Ledger.Requests;

namespace GovID.Ledger.Transactions;

/// <summary>What the order of a batch was agreed under; equal on every node (specification 15).</summary>
/// <param name="Ledger">The ledger that all requests of the batch write to.</param>
/// <param name="Time">The time of the batch in seconds since 1970.</param>
public sealed record BatchTerms(LedgerId Ledger, long Time)
{
    /// <summary>Gets the number of the view in which the batch was ordered.</summary>
    public long ViewNo { get; init; }

    /// <summary>Gets the number of the batch; null for one more than the last audited.</summary>
    public long? BatchNo { get; init; }

    /// <summary>Gets the names of the nodes that lead in this view.</summary>
    public IReadOnlyList<string> Primaries { get; init; } = [];

    /// <summary>Gets the names of the validators; null for those in the pool ledger.</summary>
    public IReadOnlyList<string>? NodeRegistry { get; init; }
}

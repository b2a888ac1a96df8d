using GovID.Ledger.Values;

namespace GovID.Ledger.Queries;

/// <summary>What a query is answered.</summary>
public abstract record QueryAnswer
{
    private QueryAnswer()
    {
    }

    /// <summary>An answer, also where nothing was found.</summary>
    /// <param name="Result">The member <c>result</c> of REPLY.</param>
    public sealed record Reply(LedgerMap Result) : QueryAnswer;

    /// <summary>A refusal after the query was acknowledged.</summary>
    /// <param name="Reason">The reason of REQNACK.</param>
    public sealed record Nack(string Reason) : QueryAnswer;
}

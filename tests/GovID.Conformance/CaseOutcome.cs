namespace GovID.Conformance;

/// <summary>What running one case came to.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <summary>Everything the case states was found.</summary>
    public sealed record Passed : CaseOutcome;

    /// <summary>Something differs; <paramref name="Detail"/> says what was expected and what came.</summary>
    public sealed record Failed(string Detail) : CaseOutcome;

    /// <summary>The case is of a kind that is not spoken; <paramref name="Reason"/> names it.</summary>
    public sealed record Skipped(string Reason) : CaseOutcome;
}

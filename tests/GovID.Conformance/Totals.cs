using System.Diagnostics;

namespace GovID.Conformance;

/// <summary>How many cases passed, failed and were skipped.</summary>
public readonly record struct Totals(int Passed, int Failed, int Skipped)
{
    /// <summary>The totals of one case.</summary>
    public static Totals Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Passed => new Totals(1, 0, 0),
        CaseOutcome.Failed => new Totals(0, 1, 0),
        CaseOutcome.Skipped => new Totals(0, 0, 1),
        _ => throw new UnreachableException(),
    };

    /// <summary>Adds member by member.</summary>
    public static Totals operator +(Totals left, Totals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>The last line of a run.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}

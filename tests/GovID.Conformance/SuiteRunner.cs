namespace GovID.Conformance;

/// <summary>Runs suites and counts.</summary>
public static class SuiteRunner
{
    /// <summary>Runs every case of the suite over a folder; reports each case that did not pass.</summary>
    /// <returns>The totals; a folder that does not exist or holds no case is one failure.</returns>
    public static Totals Run(Suite suite, string folder, Action<string, CaseOutcome> report)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(report);
        if (!Directory.Exists(folder))
            return Refuse(suite, $"there is no folder '{folder}'", report);

        var totals = default(Totals);
        foreach (var outcome in Outcomes(suite, folder, report))
            totals += outcome;
        return totals is { Passed: 0, Failed: 0 }
            ? totals + Refuse(suite, $"nothing ran: no case in '{folder}'", report)
            : totals;
    }

    private static IEnumerable<Totals> Outcomes(Suite suite, string folder, Action<string, CaseOutcome> report)
    {
        using var cases = suite.Load(folder).GetEnumerator();
        while (true)
        {
            var (more, broken) = Advance(cases);
            if (broken is not null)
                yield return Refuse(suite, broken, report);
            if (!more)
                yield break;
            var outcome = cases.Current.Run();
            if (outcome is not CaseOutcome.Passed)
                report($"{suite.Path} {cases.Current.Name}", outcome);
            yield return Totals.Of(outcome);
        }
    }

    private static (bool More, string? Broken) Advance(IEnumerator<ConformanceCase> cases)
    {
        try
        {
            return (cases.MoveNext(), null);
        }
#pragma warning disable CA1031 // A file that cannot be read is a failure of the suite, never of the runner.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return (false, $"{broken.GetType().Name}: {broken.Message}");
        }
    }

    private static Totals Refuse(Suite suite, string detail, Action<string, CaseOutcome> report)
    {
        var failed = new CaseOutcome.Failed(detail);
        report(suite.Path, failed);
        return Totals.Of(failed);
    }
}

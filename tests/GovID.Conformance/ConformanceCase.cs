namespace GovID.Conformance;

/// <summary>One case of a suite: a stable name and the check that runs it.</summary>
/// <remarks>
/// The check returns normally when everything the case states was found and throws <see cref="MismatchException"/> otherwise.
/// Any other exception counts as a failure too, with its type and message.
/// </remarks>
public sealed class ConformanceCase
{
    private readonly Func<CaseOutcome> _run;

    /// <summary>Creates a case whose check throws when something differs.</summary>
    public ConformanceCase(string name, Action check)
        : this(name, () =>
        {
            check();
            return new CaseOutcome.Passed();
        })
    {
    }

    private ConformanceCase(string name, Func<CaseOutcome> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>File, position and what the file itself calls the case: <c>bls.json signatures[2]</c>.</summary>
    public string Name { get; }

    /// <summary>A case of a kind that is not spoken.</summary>
    public static ConformanceCase Skipped(string name, string reason) => new(name, () => new CaseOutcome.Skipped(reason));

    /// <summary>A case that already failed while the file was read.</summary>
    public static ConformanceCase Failed(string name, string detail) => new(name, () => new CaseOutcome.Failed(detail));

    /// <summary>Runs the check.</summary>
    public CaseOutcome Run()
    {
        try
        {
            return _run();
        }
        catch (MismatchException mismatch)
        {
            return new CaseOutcome.Failed(mismatch.Message);
        }
#pragma warning disable CA1031 // A case that breaks is a failed case, and the others still run.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return new CaseOutcome.Failed($"{broken.GetType().Name}: {broken.Message}");
        }
    }
}

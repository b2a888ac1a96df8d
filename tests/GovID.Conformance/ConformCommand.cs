namespace GovID.Conformance;

/// <summary><c>./govid conform SUITE [DIR]</c>.</summary>
public static class ConformCommand
{
    private const int Passed = 0;
    private const int CasesFailed = 1;
    private const int Usage = 2;

    /// <summary>Runs one suite, or all of them, and prints one line per case that did not pass and the totals last.</summary>
    /// <returns>0 when every case passed; 1 when one failed or nothing ran; 2 for a wrong call.</returns>
    public static int Run(IReadOnlyList<string> arguments, IReadOnlyList<Suite> suites, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(suites);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments is ["--help" or "-h"])
        {
            Help(suites, output);
            return Passed;
        }

        if (arguments.Count is < 1 or > 2 || arguments.Any(argument => argument.StartsWith('-')))
        {
            Help(suites, errors);
            return Usage;
        }

        var (chosen, root) = Choose(arguments, suites);
        if (chosen.Count == 0)
        {
            errors.WriteLine($"There is no suite '{arguments[0]}'. {Nearest(arguments[0], suites)}");
            output.WriteLine(new Totals(0, 1, 0));
            return CasesFailed;
        }

        var totals = default(Totals);
        foreach (var (suite, folder) in chosen.Select(suite => (suite, root(suite))))
            totals += Report(suite, folder, output);
        output.WriteLine(totals);
        return totals is { Failed: 0, Passed: > 0 } ? Passed : CasesFailed;
    }

    private static (IReadOnlyList<Suite> Chosen, Func<Suite, string> Folder) Choose(
        IReadOnlyList<string> arguments, IReadOnlyList<Suite> suites)
    {
        var name = arguments[0].Trim('/');
        var given = arguments.Count == 2 ? arguments[1] : null;
        var vectors = given ?? Path.Combine(Environment.GetEnvironmentVariable("GOVID_SHARED") ?? "../shared", "vectors");
        if (name == "all")
            return (suites, suite => Path.Combine(vectors, suite.Path));
        IReadOnlyList<Suite> chosen = [.. suites.Where(suite => suite.Path == name)];
        return (chosen, suite => given ?? Path.Combine(vectors, suite.Path));
    }

    private static Totals Report(Suite suite, string folder, TextWriter output)
    {
        var totals = SuiteRunner.Run(suite, folder, (name, outcome) => output.WriteLine(outcome switch
        {
            CaseOutcome.Failed failed => $"FAILED  {name}: {failed.Detail}",
            CaseOutcome.Skipped skipped => $"skipped {name}: {skipped.Reason}",
            _ => name,
        }));
        output.WriteLine($"{suite.Path}: {totals}");
        return totals;
    }

    private static string Nearest(string name, IReadOnlyList<Suite> suites)
    {
        var last = name.Split('/')[^1];
        var near = suites.FirstOrDefault(suite => suite.Path.Contains(last, StringComparison.OrdinalIgnoreCase));
        return near is null
            ? $"Suites: {string.Join(", ", suites.Select(suite => suite.Path))}, all."
            : $"Did you mean '{near.Path}'?";
    }

    private static void Help(IReadOnlyList<Suite> suites, TextWriter output)
    {
        output.WriteLine("""
            Runs conformance vectors: ./govid conform SUITE [DIR]

              SUITE   a suite's path below vectors/, or all
              DIR     the folder with the suite's files; for all, the folder that holds the suites
                      (default: $GOVID_SHARED/vectors, or ../shared/vectors)

            One line per case that did not pass; the last line is 'N passed, N failed, N skipped'.
            Exit codes: 0 all passed, 1 a case failed or nothing ran, 2 wrong usage.

            Example: ./govid conform indy/bls ../shared/vectors/indy/bls

            """);
        output.WriteLine($"Suites: {string.Join(", ", suites.Select(suite => suite.Path))}");
    }
}

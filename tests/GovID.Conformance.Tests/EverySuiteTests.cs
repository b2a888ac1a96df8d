using GovID.Conformance.Suites;
using GovID.TestKit;

namespace GovID.Conformance.Tests;

/// <summary>What holds for every suite.</summary>
public sealed class EverySuiteTests
{
    public static TheoryData<string> Paths => [.. AllSuites.List.Select(suite => suite.Path)];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public void Passes_every_shared_case(string path)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var failures = new List<string>();

        var totals = SuiteRunner.Run(Suite(path), SharedData.Vectors(path), (name, outcome) =>
        {
            if (outcome is CaseOutcome.Failed failed)
                failures.Add($"{name}: {failed.Detail}");
        });

        failures.ShouldBeEmpty();
        totals.Passed.ShouldBeGreaterThan(0);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public void Fails_on_an_empty_folder(string path)
    {
        using var folder = new TemporaryFolder();

        var totals = SuiteRunner.Run(Suite(path), folder.FullName, (_, _) => { });

        totals.Failed.ShouldBeGreaterThan(0);
        totals.Passed.ShouldBe(0);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public void Fails_on_a_folder_that_does_not_exist(string path)
    {
        using var folder = new TemporaryFolder();

        var totals = SuiteRunner.Run(Suite(path), folder.Path("absent"), (_, _) => { });

        totals.ShouldBe(new Totals(0, 1, 0));
    }

    private static Suite Suite(string path) => AllSuites.List.Single(suite => suite.Path == path);
}

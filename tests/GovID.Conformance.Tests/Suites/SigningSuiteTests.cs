using GovID.Conformance.Suites.Signing;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class SigningSuiteTests
{
    [Fact]
    public void Fails_exactly_the_cases_whose_output_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/signing"));
        var before = copy.Run(new SigningSuite()).Totals;

        copy.Edit("serialization.json", cases =>
        {
            foreach (var item in cases.AsArray())
                item!.Change("output");
        });
        copy.Edit("vdr-serialize.json", cases => cases[1]!.Change("output"));
        var (after, failures) = copy.Run(new SigningSuite());

        var changed = failures.Count(failure => failure.Contains("serialization.json", StringComparison.Ordinal)) + 1;
        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed - changed, changed, 0));
        failures.ShouldContain(failure => failure.Contains("vdr-serialize.json[1]", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_files_of_other_names_with_other_cases()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("mine.json"), """[{"name":"n","input":{"b":1,"a":[true]},"output":"a:True|b:1"},{"input":{"fees":1},"ignoreTopLevel":[],"output":"fees:1"}]""");
        File.WriteAllText(folder.Path("other.json"), """{"not":"a list"}""");

        SuiteRunner.Run(new SigningSuite(), folder.FullName, (_, _) => { }).ShouldBe(new Totals(2, 1, 0));
    }
}

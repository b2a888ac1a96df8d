using GovID.TestKit;

namespace GovID.Conformance.Tests;

public sealed class ConformCommandTests
{
    [Fact]
    public void Prints_the_totals_last_and_succeeds_when_all_cases_pass()
    {
        var (code, output, _) = Run([new FixedSuite("a/one", new("first", () => { }), new("second", () => { }))], "a/one", ".");

        code.ShouldBe(0);
        output[^1].ShouldBe("2 passed, 0 failed, 0 skipped");
    }

    [Fact]
    public void Names_each_failing_case_and_exits_1()
    {
        var suite = new FixedSuite("a/one", new("good", () => { }), new("bad", () => Check.Equal("root", "x", "y")));

        var (code, output, _) = Run([suite], "a/one", ".");

        code.ShouldBe(1);
        output[0].ShouldBe("FAILED  a/one bad: root: expected 'x', got 'y'");
        output[^1].ShouldBe("1 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public void Counts_a_case_that_throws_as_failed_and_runs_the_next()
    {
        var suite = new FixedSuite("a/one", new("bad", () => throw new InvalidOperationException("broke")), new("good", () => { }));

        var (code, output, _) = Run([suite], "a/one", ".");

        code.ShouldBe(1);
        output[^1].ShouldBe("1 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public void Exits_1_when_only_skipped_cases_were_found()
    {
        var (code, output, _) = Run([new FixedSuite("a/one", ConformanceCase.Skipped("later", "not spoken"))], "a/one", ".");

        code.ShouldBe(1);
        output[^1].ShouldBe("0 passed, 1 failed, 1 skipped");
    }

    [Fact]
    public void Exits_1_for_an_unknown_suite_and_suggests_the_nearest()
    {
        var (code, output, errors) = Run([new FixedSuite("indy/bls")], "bls");

        code.ShouldBe(1);
        errors[0].ShouldContain("indy/bls");
        output[^1].ShouldBe("0 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public void Runs_every_suite_below_the_folder_for_all()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path("a", "one"));
        Directory.CreateDirectory(folder.Path("b"));
        Suite[] suites = [new FixedSuite("a/one", new ConformanceCase("x", () => { })), new FixedSuite("b", new ConformanceCase("y", () => { }))];

        var (code, output, _) = Run(suites, "all", folder.FullName);

        code.ShouldBe(0);
        output.ShouldBe(["a/one: 1 passed, 0 failed, 0 skipped", "b: 1 passed, 0 failed, 0 skipped", "2 passed, 0 failed, 0 skipped"]);
    }

    [Fact]
    public void Exits_2_for_a_wrong_call() => Run([], "--verbose").Code.ShouldBe(2);

    private static (int Code, string[] Output, string[] Errors) Run(Suite[] suites, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ConformCommand.Run(arguments, suites, output, errors);
        return (code, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private sealed class FixedSuite(string path, params ConformanceCase[] cases) : Suite
    {
        public override string Path => path;

        public override IEnumerable<ConformanceCase> Load(string folder) => cases;
    }
}

namespace GovID.Cli.Tests.Script;

public sealed class ScriptTestTests : IDisposable
{
    private const string Good = "total=\"3\" passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\"";
    private readonly ScriptSandbox _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Adds_up_what_every_test_program_reports()
    {
        _tree.Report("A.Tests", Good);
        _tree.Report("B.Tests", "total=\"5\" passed=\"4\" failed=\"0\" skipped=\"1\" errors=\"0\"", inner: "<reason><![CDATA[no data]]></reason>");

        var run = await _tree.RunAsync("test");

        run.Exit.ShouldBe(0, run.Errors);
        run.LastLine.ShouldBe("7 passed, 0 failed, 1 skipped");
        run.Output.ShouldContain("skipped 1: no data");
    }

    [Fact]
    public async Task Says_before_the_last_line_what_is_skipped_without_the_shared_data()
    {
        _tree.Report("A.Tests", Good);
        _tree.Report("B.Tests", Good);

        var run = await _tree.RunAsync("test");

        run.Output.TrimEnd('\n').Split('\n')[^2].ShouldContain("set GOVID_SHARED");
    }

    [Fact]
    public async Task A_failure_or_an_error_fails_the_run()
    {
        _tree.Report("A.Tests", "total=\"3\" passed=\"1\" failed=\"2\" skipped=\"0\" errors=\"0\"", exit: 1);
        _tree.Report("B.Tests", "total=\"3\" passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"1\"", exit: 1);

        var run = await _tree.RunAsync("test");

        run.Exit.ShouldBe(1);
        run.LastLine.ShouldBe("4 passed, 3 failed, 0 skipped");
    }

    [Theory]
    [InlineData(134)]
    [InlineData(1)]
    public async Task A_program_that_ends_before_it_reports_is_a_failure(int exit)
    {
        _tree.Report("A.Tests", Good);
        _tree.EndWith("B.Tests", exit);

        var run = await _tree.RunAsync("test");

        run.Exit.ShouldBe(1);
        run.Output.ShouldContain($"B.Tests ended with exit code {exit}");
        run.LastLine.ShouldBe("3 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public async Task Nothing_run_is_a_failure()
    {
        _tree.Report("A.Tests", "total=\"0\" passed=\"0\" failed=\"0\" skipped=\"0\" errors=\"0\"");
        _tree.Report("B.Tests", "total=\"0\" passed=\"0\" failed=\"0\" skipped=\"0\" errors=\"0\"");

        var run = await _tree.RunAsync("test");

        run.Exit.ShouldBe(1);
        run.LastLine.ShouldBe("0 passed, 0 failed, 0 skipped");
    }

    [Fact]
    public async Task A_tree_that_does_not_build_has_failed()
    {
        _tree.Write("src/GovID.Cli/Program.cs", "does not compile");

        var run = await _tree.RunAsync("test");

        run.Exit.ShouldBe(1);
        run.LastLine.ShouldBe("0 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public async Task A_missing_tool_is_a_line_and_with_all_a_failure()
    {
        _tree.EditScript("test_tools=(", "test_tools=(\n  \"nowhere9|nowhere|the tests of nowhere\"");
        _tree.Report("A.Tests", Good);
        _tree.Report("B.Tests", Good);

        var some = await _tree.RunAsync("test");
        var all = await _tree.RunAsync("test --all");

        some.Output.ShouldContain("nowhere9 (Debian package nowhere); without it: the tests of nowhere");
        (some.Exit, all.Exit).ShouldBe((0, 1));
        all.LastLine.ShouldBe("0 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public async Task The_help_lists_every_command_with_its_own_words()
    {
        var help = await _tree.RunAsync("--help");

        help.Exit.ShouldBe(0);
        var lines = help.Output.Split('\n').Select(line => line.Trim()).ToList();
        foreach (var command in Program.Commands())
            lines.ShouldContain(line => line.StartsWith(command.Name + " ", StringComparison.Ordinal) && line.EndsWith(command.Description!, StringComparison.Ordinal));
        foreach (var name in new[] { "conform", "bench", "test", "publish" })
            lines.ShouldContain(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        lines.Count(line => line.StartsWith("up ", StringComparison.Ordinal) || line.StartsWith("did ", StringComparison.Ordinal)
            || line.StartsWith("key ", StringComparison.Ordinal) || line.StartsWith("genesis ", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Theory]
    [InlineData("test --som")]
    [InlineData("publish")]
    [InlineData("publish a b")]
    [InlineData("publish --al x")]
    public async Task A_wrong_word_is_a_usage_error(string line) => (await _tree.RunAsync(line)).Exit.ShouldBe(2);
}

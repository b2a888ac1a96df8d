namespace GovID.Cli.Tests.Script;

public sealed class ScriptBuildTests : IDisposable
{
    private readonly ScriptSandbox _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Builds_once_and_then_only_runs()
    {
        var first = await _tree.RunAsync("did parse did:key:z");
        var second = await _tree.RunAsync("did parse did:key:z");

        first.Exit.ShouldBe(0, first.Errors);
        second.Output.ShouldContain("govid.dll did parse did:key:z");
        _tree.Builds.ShouldBe(1);
    }

    [Fact]
    public async Task Builds_again_when_a_source_changed_came_or_went()
    {
        await _tree.RunAsync("up");
        _tree.Write("src/GovID.Cli/Program.cs", "two");
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(2);

        _tree.Write("src/GovID.Cli/More.cs", "more");
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(3);

        File.Delete(_tree.PathOf("src/GovID.Cli/More.cs"));
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(4);

        File.Move(_tree.PathOf("src/GovID.Cli/Program.cs"), _tree.PathOf("src/GovID.Cli/Main.cs"));
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(5);
    }

    [Fact]
    public async Task A_new_time_on_an_old_file_is_no_change()
    {
        await _tree.RunAsync("up");
        File.SetLastWriteTimeUtc(_tree.PathOf("src/GovID.Cli/Program.cs"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await _tree.RunAsync("up");

        _tree.Builds.ShouldBe(1);
    }

    [Fact]
    public async Task Builds_again_when_what_was_built_is_gone_or_another()
    {
        await _tree.RunAsync("up");
        _tree.Write("src/GovID.Cli/bin/Release/net10.0/govid.dll", "built by other means");
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(2);

        Directory.Delete(_tree.PathOf("src/GovID.Cli/bin"), recursive: true);
        await _tree.RunAsync("up");
        _tree.Builds.ShouldBe(3);
    }

    [Fact]
    public async Task A_failed_build_says_where_and_is_tried_again()
    {
        _tree.Write("src/GovID.Cli/Program.cs", "does not compile");
        var failed = await _tree.RunAsync("up");
        _tree.Write("src/GovID.Cli/Program.cs", "compiles");
        var mended = await _tree.RunAsync("up");

        failed.Exit.ShouldBe(3);
        failed.Errors.ShouldContain("src/A.cs(1,1): error CS1002");
        failed.Errors.ShouldContain("artifacts/build-cli.log");
        mended.Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Publishes_from_a_tree_that_was_never_built()
    {
        _tree.Write("LICENSE", "free");

        var run = await _tree.RunAsync($"publish {_tree.PathOf("out")} --tools");

        run.Exit.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        File.Exists(_tree.PathOf("out/app/govid")).ShouldBeTrue();
        File.Exists(_tree.PathOf("out/README.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_publication_that_fails_says_so_whatever_its_log_says()
    {
        _tree.BreakPublications();

        var run = await _tree.RunAsync($"publish {_tree.PathOf("out")}");

        run.Exit.ShouldBe(3);
        run.Errors.ShouldContain("artifacts/publish.log");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _tree.RunAsync("up", ("BUILD_SECONDS", "1"))));

        runs.ShouldAllBe(run => run.Exit == 0);
        _tree.Builds.ShouldBe(1);
    }

    [Fact]
    public async Task The_programs_of_the_tests_are_built_with_the_tests_in_view()
    {
        await _tree.RunAsync("conform indy/bls x");
        _tree.Write("tests/A.Tests/New.cs", "new");
        var second = await _tree.RunAsync("conform indy/bls x");

        second.Output.ShouldContain("govid-conform.dll indy/bls x");
        _tree.Builds.ShouldBe(2);
    }

    [Fact]
    public async Task Says_which_sdk_to_install_where_there_is_none()
    {
        _tree.Write("global.json", """{ "sdk": { "version": "99.1.100" } }""");

        var run = await _tree.RunAsync("up");

        run.Exit.ShouldBe(3);
        run.Errors.ShouldContain("SDK 99.1 was not found");
        run.Errors.ShouldContain("dotnet-sdk-99.1");
    }
}

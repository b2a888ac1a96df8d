using System.CommandLine;
using System.Text.Json;
using GovID.Cli.Shell;
using GovID.Cryptography;
using GovID.Hosting;
using GovID.Ledger;
using GovID.TestKit;

namespace GovID.Cli.Tests.Shell;

public sealed class EntranceTests
{
    [Theory]
    [InlineData("upp", "up")]
    [InlineData("--jsn", "--json")]
    public async Task Suggests_the_nearest_word_for_an_unknown_one(string typed, string meant)
    {
        var run = await CommandLineRun.Of(typed);

        run.Exit.ShouldBe(2);
        run.Errors.ShouldContain($"Did you mean '{meant}'?");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Suggests_nothing_where_nothing_is_near()
    {
        var run = await CommandLineRun.Of("photosynthesis");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldNotContain("Did you mean");
    }

    [Fact]
    public async Task Writes_a_usage_error_as_one_json_object_where_json_was_asked()
    {
        var run = await CommandLineRun.Of("upp", "--json");

        var error = JsonDocument.Parse(run.Errors).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("cli.usage");
        error.GetProperty("field").GetString().ShouldBe("upp");
        error.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("FILE", "genesis", "check", "")]
    [InlineData("KEY", "key", "show", "")]
    [InlineData("--out", "key", "new", "--out", "")]
    [InlineData("--data", "up", "--data", "")]
    [InlineData("--nodes", "genesis", "local", "--out", "x", "--nodes", "many")]
    [InlineData("--type", "key", "new", "--out", "x", "--type", "rsa")]
    public async Task Names_the_option_or_argument_whose_value_is_wrong(string name, params string[] arguments)
    {
        var run = await CommandLineRun.Of([.. arguments, "--json"]);

        run.Exit.ShouldBe(2, run.Errors);
        JsonDocument.Parse(run.Errors).RootElement.GetProperty("error").GetProperty("field").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Reading_a_pipe_that_says_nothing_can_be_interrupted()
    {
        using var place = new TemporaryFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using (var make = System.Diagnostics.Process.Start("mkfifo", place.Path("pipe")))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        await Should.ThrowAsync<OperationCanceledException>(() => InputFile.ReadAsync(place.Path("pipe"), stop.Token));

        // Opening the other end lets go of the thread that still waits.
        await using var end = File.Open(place.Path("pipe"), FileMode.Open, FileAccess.ReadWrite);
    }

    [Fact]
    public async Task Every_command_shows_an_example_that_starts_with_its_own_name()
    {
        foreach (var path in Paths(Program.Commands(), ""))
        {
            var run = await CommandLineRun.Of([.. path.Split(' '), "--help"]);

            run.Exit.ShouldBe(0, path);
            run.Output.ShouldContain($"Example:\n  govid {path}", customMessage: path);
        }
    }

    [Fact]
    public async Task A_group_without_a_command_names_its_commands()
    {
        var group = CliCommand.Group("stars", "Stars.", "govid stars count", Ending("count", ExitCode.Done), Ending("name", ExitCode.Done));

        var run = await CommandLineRun.Of([group], "stars");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldContain("count, name");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Ends_with_the_exit_code_that_the_command_returned(int code)
    {
        var run = await CommandLineRun.Of([Ending("end", (ExitCode)code)], "end");

        run.Exit.ShouldBe(code);
    }

    [Fact]
    public async Task Maps_what_a_command_throws_to_a_code_and_an_exit_code()
    {
        var cases = new (Exception Thrown, int Exit, string Code)[]
        {
            (new CliException(CliErrorCode.DataRefused, "no"), 4, "cli.data_refused"),
            (new CliException(CliErrorCode.Unreachable, "no"), 5, "cli.unreachable"),
            (new HostingException(HostingErrorCode.DataFolderBusy, "no"), 3, "hosting.data_folder_busy"),
            (new HostingException(HostingErrorCode.DataFolderUnknown, "no"), 4, "hosting.data_folder_unknown"),
            (new CryptoException(CryptoErrorCode.BackEndMissing, "no"), 3, "crypto.back_end_missing"),
            (new CryptoException(CryptoErrorCode.InvalidPoint, "no"), 4, "crypto.invalid_point"),
            (new LedgerException(LedgerErrorCode.TooDeep, "no", line: 3), 4, "ledger.too_deep"),
            (new OperationCanceledException(), 130, "cli.interrupted"),
            (new IOException("disk"), 3, "cli.file_unwritable"),
            (new InvalidOperationException("bug"), 3, "cli.unexpected"),
        };

        foreach (var (thrown, exit, code) in cases)
        {
            var command = new CliCommand("fail", "Fails.", "govid fail").Handles(new Func<Invocation, ExitCode>(_ => throw thrown));
            var run = await CommandLineRun.Of([command], "fail", "--json");

            run.Exit.ShouldBe(exit);
            JsonDocument.Parse(run.Errors).RootElement.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
        }
    }

    [Fact]
    public async Task Refuses_an_input_file_that_is_missing_or_too_large()
    {
        var file = new Argument<string>("file");
        var command = new CliCommand("read", "Reads.", "govid read x").With(file)
            .Handles(async call => (await InputFile.ReadAsync(call.Get(file), call.Cancellation, limit: 3)).Length == 3 ? ExitCode.Done : ExitCode.No);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Path("three"), "abc", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Path("four"), "abcd", TestContext.Current.CancellationToken);

        (await CommandLineRun.Of([command], "read", folder.Path("three"))).Exit.ShouldBe(0);
        (await CommandLineRun.Of([command], "read", folder.Path("four"))).Errors.ShouldContain("larger than 3 bytes");
        (await CommandLineRun.Of([command], "read", folder.Path("none"))).Exit.ShouldBe(4);
    }

    private static CliCommand Ending(string name, ExitCode code) =>
        new CliCommand(name, "Ends.", $"govid {name}").Handles(_ => code);

    private static IEnumerable<string> Paths(IEnumerable<Command> commands, string prefix)
    {
        foreach (var command in commands)
        {
            yield return prefix + command.Name;
            foreach (var path in Paths(command.Subcommands, prefix + command.Name + " "))
                yield return path;
        }
    }
}

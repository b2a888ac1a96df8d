using System.Diagnostics;
using GovID.TestKit;

namespace GovID.Cli.Tests.Up;

/// <summary><c>govid up</c> as a process of its own: killed, doubled, and told that this is Production.</summary>
public sealed class UpProcessTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Data => _place.Path("data");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Starts_again_after_being_killed_at_any_moment()
    {
        for (var milliseconds = 20; milliseconds <= 620; milliseconds += 150)
        {
            using var process = Start();
            if (!process.WaitForExit(milliseconds))
                process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (exit, errors) = await EndOf(Start());

        exit.ShouldBe(0, errors);
    }

    [Fact]
    public async Task Two_at_once_never_share_the_folder()
    {
        var ends = await Task.WhenAll(EndOf(Start()), EndOf(Start()));

        ends.ShouldContain(end => end.Exit == 0);
        ends.ShouldAllBe(end => end.Exit == 0 || (end.Exit == 3 && end.Errors.Contains("is in use by", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Production_refuses_keys_that_everybody_knows()
    {
        var (exit, errors) = await EndOf(Start("Production"));

        exit.ShouldBe(4);
        errors.ShouldContain("Production refuses them");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_environment_is_named()
    {
        var (exit, errors) = await EndOf(Start("Staging"));

        exit.ShouldBe(3);
        errors.ShouldContain("GOVID_ENVIRONMENT is 'Staging'");
    }

    private Process Start(string environment = "")
    {
        var program = Path.Combine(AppContext.BaseDirectory, "govid.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", program, "up", "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.Ordinal))
            start.FileName = "dotnet";
        start.Environment["GOVID_ENVIRONMENT"] = environment;
        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Errors)> EndOf(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await output;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, errors);
        }
    }
}

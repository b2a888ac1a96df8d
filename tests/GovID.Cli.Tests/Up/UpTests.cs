using System.Text.Json;
using GovID.Cli.Tests.Shell;
using GovID.Cli.Up;
using GovID.Hosting.DataFolders;
using GovID.TestKit;

namespace GovID.Cli.Tests.Up;

public sealed class UpTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Data => _place.Path("data");

    private string PoolFile => Path.Combine(Data, "network", "local", "pool_transactions_genesis");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Prints_the_networks_dids_and_hashes_and_says_what_is_not_there_yet()
    {
        var run = await CommandLineRun.Of("up", "--data", Data);

        run.Exit.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("did:indy:govid:local:V4SGRU86Z58d6TV7PBUe6f");
        run.Output.ShouldContain("did:indy:govid:local:Th7MpTaRZVRYnPiabds81Y");
        run.Output.ShouldContain("Node4");
        foreach (var (part, _) in Parts.NotThereYet)
            run.Output.ShouldMatch($"(?m)^{part} +not there yet ");
    }

    [Fact]
    public async Task Tells_scripts_every_change_as_one_object_a_line()
    {
        var run = await CommandLineRun.Of("up", "--data", Data, "--json");

        var objects = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var states = objects.SkipLast(1).Select(one => (one.GetProperty("part").GetString(), one.GetProperty("state").GetString())).ToList();
        states[..4].ShouldBe([("data folder", "starting"), ("data folder", "ready"), ("network", "starting"), ("network", "ready")]);
        states[4..].ShouldBe(Parts.NotThereYet.Select(one => ((string?)one.Part, (string?)"not_there_yet")));
        objects[^1].GetProperty("identifiers")[0].GetProperty("role").GetString().ShouldBe("trustee");
        objects[^1].GetProperty("validators").GetArrayLength().ShouldBe(4);
        objects[^1].GetProperty("poolRoot").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Keeps_the_networks_files_in_the_data_folder()
    {
        await CommandLineRun.Of("up", "--data", Data);
        var again = await CommandLineRun.Of("up", "--data", Data);

        again.Exit.ShouldBe(0, again.Errors);
        var shipped = await File.ReadAllTextAsync(
            Path.Combine(SharedData.Repository, "ledger-genesis", "local", "pool_transactions_genesis"), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(PoolFile, TestContext.Current.CancellationToken)).ShouldBe(shipped);
    }

    [Fact]
    public async Task Refuses_the_data_of_another_network_until_it_is_moved_aside()
    {
        await CommandLineRun.Of("up", "--data", Data);
        await File.AppendAllTextAsync(PoolFile, "{}\n", TestContext.Current.CancellationToken);

        var refused = await CommandLineRun.Of("up", "--data", Data);
        var fresh = await CommandLineRun.Of("up", "--data", Data, "--fresh");

        refused.Exit.ShouldBe(4);
        refused.Errors.ShouldContain("--fresh");
        fresh.Exit.ShouldBe(0, fresh.Errors);
        fresh.Output.ShouldContain("the earlier one is " + Data + ".old-");
        Directory.GetDirectories(_place.FullName, "data.old-*").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_process_that_holds_the_folder()
    {
        using var held = DataFolder.Open(Data, "another govid", TimeProvider.System);

        var run = await CommandLineRun.Of("up", "--data", Data, "--json");

        run.Exit.ShouldBe(3);
        var error = JsonDocument.Parse(run.Errors).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("hosting.data_folder_busy");
        error.GetProperty("detail").GetString()!.ShouldContain($"process {Environment.ProcessId} (another govid)");
    }

    [Fact]
    public async Task Leaves_a_folder_of_somebody_else_as_it_is()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "thesis.odt"), "words", TestContext.Current.CancellationToken);

        var run = await CommandLineRun.Of("up", "--data", Data, "--fresh");

        run.Exit.ShouldBe(4);
        Directory.GetFileSystemEntries(_place.FullName, "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_place_that_cannot_be_written() =>
        (await CommandLineRun.Of("up", "--data", "/proc/govid")).Exit.ShouldBe(3);
}

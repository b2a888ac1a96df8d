using System.CommandLine;
using GovID.Cli.Shell;
using GovID.Hosting.DataFolders;

namespace GovID.Cli.Up;

/// <summary><c>govid up</c>: everything that exists, in one process, and plain words about the rest.</summary>
internal static class UpCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder for everything that is kept.", DefaultValueFactory = _ => "./data",
    };

    private static readonly Option<bool> Fresh = new("--fresh")
    {
        Description = "Begin anew: an earlier folder is moved to DIR.old-TIME, nothing is deleted.",
    };

    public static CliCommand Create() =>
        new CliCommand("up", "Start everything that exists in one process and say what is not there yet.", "govid up --data ./data")
        {
            DevelopsByDefault = true,
        }.With(Data, Fresh).Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var board = new StatusBoard(call.Output, Parts.All);
        var network = await board.ShowAsync(() => StartAsync(call, board));
        NetworkReport.Write(call.Output, network);
        call.Output.Line("\nNo program runs yet, so there is nothing to wait for: the network's files are made, checked and in place.");
        return ExitCode.Done;
    }

    private static async Task<DevelopmentNetwork> StartAsync(Invocation call, StatusBoard board)
    {
        DevelopmentNetwork.RefuseIn(call.Environment);
        board.Set(Parts.DataFolder, PartState.Starting, call.Get(Data)!);
        using var folder = Open(call, out var moved);
        board.Set(Parts.DataFolder, PartState.Ready, folder.FullName + (moved is null ? "" : $" (the earlier one is {moved})"));

        board.Set(Parts.Network, PartState.Starting, "checking the genesis files");
        var network = await DevelopmentNetwork.LoadAsync(Installation.NetworkFolder(DevelopmentNetwork.Name), call.Cancellation);
        network.CopyTo(folder);
        board.Set(Parts.Network, PartState.Ready, network.Summary);

        foreach (var (part, words) in Parts.NotThereYet)
            board.Set(part, PartState.NotThereYet, words);
        return network;
    }

    private static DataFolder Open(Invocation call, out string? moved)
    {
        moved = null;
        if (!call.Get(Fresh))
            return DataFolder.Open(call.Get(Data)!, "govid up", TimeProvider.System);
        (var folder, moved) = DataFolder.OpenFresh(call.Get(Data)!, "govid up", TimeProvider.System);
        return folder;
    }
}

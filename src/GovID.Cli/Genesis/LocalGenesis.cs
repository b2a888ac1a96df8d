using System.CommandLine;
using GovID.Cli.Shell;
using GovID.Ledger.Genesis;

namespace GovID.Cli.Genesis;

/// <summary><c>govid genesis local</c>: a development network's files, made from seeds that everybody knows.</summary>
internal static class LocalGenesis
{
    private static readonly SandboxOptions Usual = new();

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder for both files; made when it is missing, files in it are never overwritten.",
        Required = true,
    };

    private static readonly Option<int> Nodes = new("--nodes") { Description = "How many validators.", DefaultValueFactory = _ => Usual.Nodes };

    private static readonly Option<int> Clients = new("--clients") { Description = "How many identities without a role.", DefaultValueFactory = _ => Usual.Clients };

    private static readonly Option<string> Ip = new("--ip") { Description = "The address of all validators.", DefaultValueFactory = _ => Usual.Addresses[0] };

    private static readonly Option<int> FirstPort = new("--first-port") { Description = "The first of two ports a validator.", DefaultValueFactory = _ => Usual.FirstPort };

    public static CliCommand Create() =>
        new CliCommand("local", "Make a development network's genesis files; never use one in production.", "govid genesis local --out ./genesis --nodes 4")
            .With(Out, Nodes, Clients, Ip, FirstPort).Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var files = await GenesisFolder.WriteAsync(call.Get(Out)!, Make(call).Genesis, call.Cancellation);
        foreach (var line in GenesisReport.Lines(files))
            call.Output.Line(line);
        call.Output.Object(document => GenesisReport.Write(document, files));
        return ExitCode.Done;
    }

    private static SandboxNetwork Make(Invocation call)
    {
        try
        {
            return SandboxNetwork.Create(new SandboxOptions
            {
                Nodes = call.Get(Nodes), Clients = call.Get(Clients), Addresses = [call.Get(Ip)!], FirstPort = call.Get(FirstPort),
            });
        }
        catch (ArgumentException error)
        {
            throw new CliException(CliErrorCode.Usage, error.Message, "genesis local", error);
        }
    }
}

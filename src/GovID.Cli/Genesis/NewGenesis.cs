using System.CommandLine;
using GovID.Cli.Shell;
using GovID.Ledger.Genesis;

namespace GovID.Cli.Genesis;

/// <summary><c>govid genesis new</c>: a real network's files from its trustees' and stewards' public keys.</summary>
internal static class NewGenesis
{
    private static readonly Option<string> Stewards = new("--stewards")
    {
        Description = "The plan: a JSON file as described above; - reads standard input.",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder for both files; made when it is missing, files in it are never overwritten.",
        Required = true,
    };

    public static CliCommand Create() =>
        new CliCommand("new", Description, "govid genesis new --stewards plan.json --out ledger-genesis/example").With(Stewards, Out).Handles(RunAsync);

    private const string Description = """
        Make a network's genesis files from public keys and print the ceremony that everybody follows.

        The plan is JSON and holds no secret:
          {
            "trustees": [{ "name": "Ministry", "verkey": "<base58 of 32 bytes>" }],
            "stewards": [{
              "name": "Land office", "verkey": "<base58 of 32 bytes>",
              "node": {
                "alias": "Land1", "verkey": "<base58 of 32 bytes>",
                "node_ip": "192.0.2.1", "node_port": 9701, "client_ip": "192.0.2.1", "client_port": 9702,
                "blskey": "<base58 of 128 bytes>", "blskey_pop": "<base58 of 128 bytes>"
              }
            }]
          }
        Every steward owns one node. "did" may be added beside "name": it must be the one that the verkey gives.
        """;

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var plan = NetworkPlan.Parse(await InputFile.ReadAsync(call.Get(Stewards)!, call.Cancellation));
        var genesis = plan.ToGenesis();
        var files = await GenesisFolder.WriteAsync(call.Get(Out)!, genesis, call.Cancellation);
        foreach (var line in Ceremony.Lines(plan, files))
            call.Output.Line(line);
        call.Output.Object(document => GenesisReport.Write(document, files));
        return ExitCode.Done;
    }
}

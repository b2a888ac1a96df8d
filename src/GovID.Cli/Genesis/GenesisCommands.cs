using GovID.Cli.Shell;

namespace GovID.Cli.Genesis;

/// <summary><c>govid genesis</c>: the files with which a network begins.</summary>
internal static class GenesisCommands
{
    public static CliCommand Create() => CliCommand.Group(
        "genesis",
        "Make, check and print the genesis files of a ledger network.",
        "govid genesis check pool_transactions_genesis",
        NewGenesis.Create(),
        CheckGenesis.Create(),
        LocalGenesis.Create());
}

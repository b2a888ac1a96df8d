using System.CommandLine;
using GovID.Cli.Shell;
using GovID.Ledger;
using GovID.Ledger.Genesis;

namespace GovID.Cli.Genesis;

/// <summary><c>govid genesis check</c>: what a genesis file says, or the line and field at which it is wrong.</summary>
internal static class CheckGenesis
{
    private static readonly Argument<string> File = new("FILE") { Description = "A pool or domain genesis file; - reads standard input." };

    public static CliCommand Create() =>
        new CliCommand("check", "Check a genesis file and print its hashes, nodes and identifiers.", "govid genesis check pool_transactions_genesis --json")
            .With(File).Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var path = call.Get(File);
        var bytes = await InputFile.ReadAsync(path, call.Cancellation);
        var report = Read(path, bytes);
        foreach (var line in report.Lines())
            call.Output.Line(line);
        call.Output.Object(report.Write);
        return ExitCode.Done;
    }

    /// <summary>The kind shows in the type of the first transaction; a refusal is that of the kind it looks like.</summary>
    private static GenesisReport Read(string path, byte[] bytes)
    {
        try
        {
            return GenesisReport.Of(path, bytes, PoolGenesis.Parse(bytes));
        }
        catch (LedgerException refusal) when (refusal is { Field: "txn.type", Line: not null } && IsFirst(refusal.Line.Value, bytes))
        {
            return GenesisReport.Of(path, bytes, DomainGenesis.Parse(bytes));
        }
    }

    private static bool IsFirst(int line, byte[] bytes) =>
        bytes.AsSpan()[..Math.Max(0, bytes.AsSpan().IndexOf((byte)'{'))].Count((byte)'\n') + 1 == line;
}

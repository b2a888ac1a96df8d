using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Wire;

/// <summary>The pool ledger that the messages are about: its transactions and their tree.</summary>
internal sealed class PoolLog
{
    private PoolLog(IReadOnlyList<LedgerMap> transactions)
    {
        Transactions = transactions;
        foreach (var transaction in transactions)
            Log.Append(transaction.ToMessagePack());
    }

    public MerkleLog Log { get; } = new();

    public IReadOnlyList<LedgerMap> Transactions { get; }

    /// <summary>Reads the genesis file from the folder <c>genesis</c> beside the suite's, or from the shared data.</summary>
    public static PoolLog Read(string folder, string file)
    {
        var path = Places(folder).Select(place => Path.Combine(place, "genesis", file)).FirstOrDefault(File.Exists)
            ?? throw new MismatchException($"pool: there is no genesis file '{file}'");
        return new PoolLog([.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => LedgerMap.Parse(line))]);
    }

    private static IEnumerable<string> Places(string folder)
    {
        yield return Path.Combine(Path.GetFullPath(folder), "..");
        if (Environment.GetEnvironmentVariable("GOVID_SHARED") is { } shared)
            yield return Path.Combine(shared, "vectors", "indy");
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            yield return Path.Combine(above.FullName, "shared", "vectors", "indy");
        yield return Path.Combine("..", "shared", "vectors", "indy");
    }
}

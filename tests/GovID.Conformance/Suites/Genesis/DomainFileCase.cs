using System.Text.Json;
using GovID.Ledger.Genesis;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Genesis;

/// <summary>A file that the index does not name: the domain genesis of a network made from the seeds, or of any other.</summary>
internal static class DomainFileCase
{
    public static void Run(byte[] file, JsonElement keys)
    {
        var genesis = DomainGenesis.Parse(file);
        FileForms.Check(file, bytes => DomainGenesis.Parse(bytes).Root, bytes => DomainGenesis.Parse(bytes).ToBytes());
        DamagedLines.CheckDomain(genesis.Transactions);
        var known = keys.Items("people").Select(person => person.Text("did")).ToHashSet(StringComparer.Ordinal);
        if (genesis.Nyms.Any(nym => known.Contains(nym.Dest.Text)))
            CheckMadeFromSeeds(genesis.Transactions);
    }

    /// <summary>The whole file follows from how many stewards and clients it has (specification 2.3).</summary>
    private static void CheckMadeFromSeeds(IReadOnlyList<LedgerMap> transactions)
    {
        var stewards = transactions.Count(transaction => RoleOf(transaction) == "2");
        var clients = transactions.Count(transaction => RoleOf(transaction) is null);
        var made = SandboxNetwork.Create(new SandboxOptions { Nodes = stewards, Clients = clients }).Genesis.Domain.Transactions;
        Check.Equal("made from seeds: length", made.Count, transactions.Count);
        for (var i = 0; i < made.Count; i++)
            Check.That($"made from seeds: line {i + 1}", made[i] == transactions[i], $"expected {made[i]}, got {transactions[i]}");
    }

    private static string? RoleOf(LedgerMap transaction) => transaction.FindMap("txn")?.FindMap("data")?.FindText("role")?.Value;
}

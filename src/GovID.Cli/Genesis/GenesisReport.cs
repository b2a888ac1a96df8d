using System.Security.Cryptography;
using System.Text.Json;
using GovID.Ledger.Genesis;
using GovID.Ledger.Merkle;

namespace GovID.Cli.Genesis;

/// <summary>What is told about one genesis file.</summary>
internal sealed record GenesisReport(string Path, string Kind, int Transactions, MerkleHash Root)
{
    private byte[] Sha256 { get; init; } = [];

    private IReadOnlyList<string> Entries { get; init; } = [];

    private int? FaultLimit { get; init; }

    public static GenesisReport Of(string path, byte[] bytes, PoolGenesis pool) => new(path, "pool", pool.Transactions.Count, pool.Root)
    {
        Sha256 = SHA256.HashData(bytes),
        Entries = [.. pool.ActiveNodes.Select(Describe)],
        FaultLimit = pool.FaultLimit,
    };

    public static GenesisReport Of(string path, byte[] bytes, DomainGenesis domain) => new(path, "domain", domain.Transactions.Count, domain.Root)
    {
        Sha256 = SHA256.HashData(bytes),
        Entries = [.. domain.Nyms.Select(nym => $"{nym.Dest} role {nym.Role ?? "none"} verkey {nym.Verkey?.Text ?? "none"}")],
    };

    public static IEnumerable<string> Lines(IEnumerable<GenesisReport> files) => files.SelectMany(file => file.Lines());

    public static void Write(Utf8JsonWriter document, IEnumerable<GenesisReport> files)
    {
        document.WriteStartArray("files");
        foreach (var file in files)
        {
            document.WriteStartObject();
            file.Write(document);
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    public IEnumerable<string> Lines() =>
    [
        $"{Path}: {Kind} genesis, {Transactions} transactions",
        $"  SHA-256      {Convert.ToHexStringLower(Sha256)}",
        $"  in words     {SpokenHash.Of(Sha256)}",
        $"  Merkle root  {Root}",
        .. FaultLimit is { } limit ? [$"  validators   {Entries.Count}, of which {limit} may fail"] : Array.Empty<string>(),
        .. Entries.Select(entry => $"    {entry}"),
    ];

    public void Write(Utf8JsonWriter document)
    {
        document.WriteString("file", Path);
        document.WriteString("kind", Kind);
        document.WriteNumber("transactions", Transactions);
        document.WriteString("sha256", Convert.ToHexStringLower(Sha256));
        document.WriteString("words", SpokenHash.Of(Sha256));
        document.WriteString("merkleRoot", Root.ToString());
        if (FaultLimit is { } limit)
            document.WriteNumber("faultLimit", limit);
        document.WriteStartArray("entries");
        foreach (var entry in Entries)
            document.WriteStringValue(entry);
        document.WriteEndArray();
    }

    private static string Describe(PoolNode node) => $"{node.Alias} {node.ClientAddress} dest {node.Dest} steward {node.Steward} BLS key {node.CheckBlsKey() switch
    {
        BlsKeyVerdict.Proven => "proven",
        BlsKeyVerdict.Unproven => "without proof of possession",
        BlsKeyVerdict.Absent => "missing",
        BlsKeyVerdict.Invalid => "not a key",
        _ => "with a wrong proof of possession",
    }}";
}

using System.Text.Json;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The files of a recording that drive the replay.</summary>
internal sealed class Recording
{
    private Recording()
    {
    }

    public required IReadOnlyList<LedgerMap> PoolGenesis { get; init; }

    public required IReadOnlyList<LedgerMap> DomainGenesis { get; init; }

    public required IReadOnlyList<RecordedItem> Writes { get; init; }

    public required IReadOnlyList<RecordedItem> Errors { get; init; }

    public required IReadOnlyList<RecordedItem> Replies { get; init; }

    public required IReadOnlyList<AuditRecord> Batches { get; init; }

    public JsonElement? States { get; private init; }

    public static Recording Read(string folder) => new()
    {
        PoolGenesis = Lines(folder, "pool_transactions_genesis"),
        DomainGenesis = Lines(folder, "domain_transactions_genesis"),
        Writes = Items(folder, "writes"),
        Errors = Items(folder, "errors"),
        Replies = Items(folder, "replies"),
        Batches = File.Exists(Path.Combine(folder, "ledger-audit.json"))
            ? [.. Vectors.Json(folder, "ledger-audit.json").EnumerateArray().Select(AuditRecord.Read)]
            : [],
        States = File.Exists(Path.Combine(folder, "states.json")) ? Vectors.Json(folder, "states.json") : null,
    };

    private static LedgerMap[] Lines(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => LedgerMap.Parse(line.Trim()))];

    private static RecordedItem[] Items(string folder, string name) => File.Exists(Path.Combine(folder, name + ".json"))
        ? [.. Vectors.Json(folder, name + ".json").Items(name).Select((element, index) => new RecordedItem(name + ".json", index, element))]
        : [];
}

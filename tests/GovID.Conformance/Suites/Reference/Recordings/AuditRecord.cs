using System.Globalization;
using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// The terms of one recorded batch. They stand in the recording three times, as JSON, as leaf and behind the leaf's hash; the two that
/// agree are believed, so that a change in one place fails that place alone.
/// </summary>
internal sealed class AuditRecord
{
    private static readonly string[] IntegerKeyed = ["ledgerSize", "ledgerRoot", "stateRoot"];
    private readonly LedgerMap _data;

    private AuditRecord(LedgerMap transaction)
    {
        _data = transaction.FindMap("txn")!.FindMap("data")!;
        Time = Number(transaction.FindMap("txnMetadata")!, "txnTime");
    }

    public long Time { get; }

    public long ViewNo => Number(_data, "viewNo");

    public long BatchNo => Number(_data, "ppSeqNo");

    public string Digest => _data.FindText("digest")!.Value;

    /// <summary>The leaders where this batch names them, else null.</summary>
    public IReadOnlyList<string>? Primaries => Names("primaries");

    /// <summary>The validators where this batch names them, else null.</summary>
    public IReadOnlyList<string>? NodeRegistry => Names("nodeReg");

    /// <summary>The ledger of a batch without requests: the one whose state root it carries.</summary>
    public LedgerId Ledger =>
        (LedgerId)int.Parse(_data.FindMap("stateRoot")!.Last().Key, CultureInfo.InvariantCulture);

    public static AuditRecord Read(JsonElement entry)
    {
        var json = WithIntegerKeys(LedgerMap.Parse(entry.Member("txn").GetRawText()));
        var hash = entry.Text("leafHash_hex");
        if (HashOf(json.ToMessagePack()) == hash || !TryReadLeaf(entry, out var leaf) || leaf is null)
            return new AuditRecord(json);
        return new AuditRecord(HashOf(leaf.ToMessagePack()) == hash ? leaf : json);
    }

    /// <summary>Restores the integer keys that JSON cannot write.</summary>
    public static LedgerMap WithIntegerKeys(LedgerMap transaction)
    {
        var payload = transaction.FindMap("txn")!;
        var data = payload.FindMap("data")!;
        foreach (var member in IntegerKeyed)
        {
            if (data.FindMap(member) is { } map)
                data = data.With(member, map.WithIntegerKeys());
        }

        return transaction.With("txn", payload.With("data", data));
    }

    private static bool TryReadLeaf(JsonElement entry, out LedgerMap? leaf)
    {
        leaf = null;
        try
        {
            leaf = MessagePack.Read(entry.Bytes("leaf_msgpack_hex")) as LedgerMap;
            return leaf?.FindMap("txn")?.FindMap("data") is not null;
        }
        catch (Exception refusal) when (refusal is GovID.Ledger.LedgerException or FormatException)
        {
            return false;
        }
    }

    private static string HashOf(byte[] leaf) => Convert.ToHexStringLower(MerkleProofs.LeafHash(leaf).ToArray());

    private static long Number(LedgerMap map, string member) =>
        map.FindInteger(member) is { } number && number.TryGetInt64(out var value) ? value : throw new MismatchException($"no number '{member}'");

    private string[]? Names(string member) => _data.FindList(member)?.OfType<LedgerText>().Select(name => name.Value).ToArray();
}

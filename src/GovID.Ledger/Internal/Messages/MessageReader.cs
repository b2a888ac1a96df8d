using System.Globalization;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal.Messages;

/// <summary>Reads members of a message and names the one that is wrong.</summary>
internal readonly struct MessageReader(LedgerMap map)
{
    private const int MaxHashes = 128;
    private const int MaxTransactions = 100_000;

    public LedgerValue? Find(string name) => map.Find(name);

    public string Text(string name) => map.FindText(name)?.Value ?? throw Wrong(name, "must be a text");

    public string? TextOrNull(string name) => map.Find(name) switch
    {
        null or LedgerNull => null,
        LedgerText text => text.Value,
        _ => throw Wrong(name, "must be a text or null"),
    };

    public LedgerMap Map(string name) => map.FindMap(name) ?? throw Wrong(name, "must be an object");

    public long Number(string name) => map.FindInteger(name) is { } integer && integer.TryGetInt64(out var number) && number >= 0
        ? number
        : throw Wrong(name, "must be an integer from 0 up");

    public int SmallNumber(string name) => Number(name) is var number and <= int.MaxValue ? (int)number : throw Wrong(name, "is too large");

    public ulong RequestId() => map.FindInteger("reqId") is { } integer && integer.TryGetUInt64(out var number)
        ? number
        : throw Wrong("reqId", "must be an integer of 64 bits");

    public long? NumberOrNull(string name) => map.Find(name) is null or LedgerNull ? null : Number(name);

    public MerkleHash Hash(string name) => MerkleHash.Parse(Text(name), name);

    public IReadOnlyList<MerkleHash> Hashes(string name)
    {
        var list = map.FindList(name) ?? throw Wrong(name, "must be a list");
        if (list.Count > MaxHashes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"{name} has more than {MaxHashes} hashes.", name);
        return [.. list.Select((item, i) => MerkleHash.Parse((item as LedgerText)?.Value ?? string.Empty, $"{name}[{i}]"))];
    }

    public IReadOnlyList<KeyValuePair<long, LedgerMap>> Transactions(string name)
    {
        var members = Map(name);
        if (members.Count > MaxTransactions)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"{name} has more than {MaxTransactions} transactions.", name);
        return [.. members.Select(Transaction).OrderBy(transaction => transaction.Key)];
    }

    public static LedgerList Write(IEnumerable<MerkleHash> hashes) => new(hashes.Select(hash => (LedgerValue)hash.ToString()));

    public static LedgerValue Write(long? number) => number is { } value ? value : LedgerValue.Null;

    private static KeyValuePair<long, LedgerMap> Transaction(KeyValuePair<string, LedgerValue> member) =>
        LedgerMap.IsIntegerKey(member.Key) && long.Parse(member.Key, CultureInfo.InvariantCulture) is > 0 and var seqNo
        && member.Value is LedgerMap transaction
            ? new(seqNo, transaction)
            : throw Wrong($"txns.{member.Key}", "must be a sequence number with a transaction");

    private static LedgerException Wrong(string name, string rule) => new(LedgerErrorCode.WrongType, $"{name} {rule}.", name);
}

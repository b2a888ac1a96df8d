using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.State;

/// <summary>What the validators sign after a batch: the roots of a ledger and the batch's time (specification 10.6).</summary>
public sealed class MultiSignatureValue
{
    private readonly LedgerMap _map;

    /// <summary>Makes the value that validators sign.</summary>
    /// <param name="ledgerId">The ledger of the batch.</param>
    /// <param name="poolStateRoot">The root of the pool state.</param>
    /// <param name="stateRoot">The root of the ledger's state after the batch.</param>
    /// <param name="txnRoot">The Merkle root of the ledger after the batch.</param>
    /// <param name="timestamp">The batch's time in seconds.</param>
    public MultiSignatureValue(int ledgerId, MerkleHash poolStateRoot, MerkleHash stateRoot, MerkleHash txnRoot, long timestamp)
        : this(LedgerMap.Of(
            ("ledger_id", ledgerId),
            ("pool_state_root_hash", poolStateRoot.ToString()),
            ("state_root_hash", stateRoot.ToString()),
            ("timestamp", timestamp),
            ("txn_root_hash", txnRoot.ToString())))
    {
    }

    private MultiSignatureValue(LedgerMap map)
    {
        _map = map;
        LedgerId = (int)Number(map, "ledger_id", int.MaxValue);
        PoolStateRoot = Hash(map, "pool_state_root_hash");
        StateRoot = Hash(map, "state_root_hash");
        TxnRoot = Hash(map, "txn_root_hash");
        Timestamp = Number(map, "timestamp", long.MaxValue / 2);
    }

    /// <summary>Gets the ledger of the batch.</summary>
    public int LedgerId { get; }

    /// <summary>Gets the root of the pool state.</summary>
    public MerkleHash PoolStateRoot { get; }

    /// <summary>Gets the root of the ledger's state after the batch.</summary>
    public MerkleHash StateRoot { get; }

    /// <summary>Gets the Merkle root of the ledger after the batch.</summary>
    public MerkleHash TxnRoot { get; }

    /// <summary>Gets the batch's time in seconds.</summary>
    public long Timestamp { get; }

    /// <summary>Gets the bytes that are signed: MessagePack of the value, members this library does not know included.</summary>
    public byte[] SignedBytes => _map.ToMessagePack();

    /// <summary>Reads the member <c>value</c> of a multi-signature.</summary>
    /// <param name="map">The member.</param>
    /// <returns>The value.</returns>
    /// <exception cref="LedgerException">A member is missing or malformed.</exception>
    public static MultiSignatureValue Parse(LedgerMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new MultiSignatureValue(map);
    }

    /// <summary>Writes the member <c>value</c> of a multi-signature.</summary>
    /// <returns>The object.</returns>
    public LedgerMap ToMap() => _map;

    private static long Number(LedgerMap map, string name, long most) =>
        map.FindInteger(name) is { } integer && integer.TryGetInt64(out var number) && number >= 0 && number <= most
            ? number
            : throw new LedgerException(LedgerErrorCode.WrongType, $"{name} must be an integer from 0 up.", $"multi_signature.value.{name}");

    private static MerkleHash Hash(LedgerMap map, string name) =>
        MerkleHash.Parse(map.FindText(name)?.Value ?? string.Empty, $"multi_signature.value.{name}");
}

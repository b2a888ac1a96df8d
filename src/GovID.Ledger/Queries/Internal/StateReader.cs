using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Internal;

/// <summary>What was found under a key, and the proof where the root is multi-signed (specification 7.3).</summary>
internal readonly record struct Found(byte[]? Value, LedgerMap? Proof)
{
    /// <summary>The stored text as JSON object; null where there is none.</summary>
    public LedgerMap? Map => Value is null ? null : LedgerMap.Parse(Value);
}

/// <summary>Reads committed states, present and past.</summary>
internal sealed class StateReader(PoolLedgers ledgers, LedgerId ledger)
{
    /// <summary>The committed state as it stands.</summary>
    public Found Now(byte[] key) => Read(ledgers[ledger].State!.Committed, key);

    /// <summary>The state as it stood at a time; nothing before the first batch.</summary>
    public Found At(long time, byte[] key) =>
        ledgers.Times.FindAt(ledger, time) is { } root && ledgers[ledger].State!.At(root) is { } view ? Read(view, key) : default;

    /// <summary>The root that stood at a time.</summary>
    public MerkleHash? RootAt(long time) => ledgers.Times.FindAt(ledger, time);

    /// <summary>A value under a known root, without proof.</summary>
    public byte[]? Under(MerkleHash root, byte[] key) => ledgers[ledger].State!.At(root)?.Get(key);

    /// <summary>The state asked for by <c>timestamp</c> or <c>seqNo</c>, or as it stands; at most one of both is given.</summary>
    public Found AtVersion(LedgerMap operation, byte[] key)
    {
        if (Positive(operation, "seqNo") is { } seqNo)
            return ledgers[ledger].Find(seqNo)?.Time is { } written ? At(written, key) : default;
        if (operation.FindInteger("timestamp") is not { Value.IsZero: false } timestamp)
            return Now(key);
        return timestamp.TryGetInt64(out var time) ? At(time, key) : At(timestamp.Value.Sign < 0 ? long.MinValue : long.MaxValue, key);
    }

    /// <summary>A positive number of an operation; one too large for any ledger counts as the largest.</summary>
    public static long? Positive(LedgerMap operation, string member)
    {
        if (operation.FindInteger(member) is not { Value.Sign: > 0 } number)
            return null;
        return number.TryGetInt64(out var value) ? value : long.MaxValue;
    }

    private Found Read(StateView view, byte[] key)
    {
        if (key.Length > StateTrie.MaxKeyLength)
            return default;
        var value = view.Get(key);
        return ledgers.MultiSignatures.Find(view.Root) is { } signature
            ? new Found(value, view.Prove(key).WithMultiSignature(signature).ToMap())
            : new Found(value, null);
    }
}

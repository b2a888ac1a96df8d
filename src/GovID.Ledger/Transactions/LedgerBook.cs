using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;

namespace GovID.Ledger.Transactions;

/// <summary>One ledger of a pool: its transactions, the Merkle log over them and, but for the audit ledger, the state they lead to.</summary>
/// <remarks>Batches in flight stand at the end and are not counted as committed. One writer at a time; not synchronised.</remarks>
public sealed class LedgerBook
{
    private readonly List<byte[]> _leaves = [];

    internal LedgerBook(LedgerId id, StateTrie? state)
    {
        Id = id;
        State = state;
    }

    /// <summary>Gets which ledger it is.</summary>
    public LedgerId Id { get; }

    /// <summary>Gets the state; null for the audit ledger.</summary>
    public StateTrie? State { get; }

    /// <summary>Gets the log over all transactions, those in flight included.</summary>
    public MerkleLog Log { get; } = new();

    /// <summary>Gets the number of transactions, those in flight included.</summary>
    public long Size => Log.Size;

    /// <summary>Gets the number of committed transactions.</summary>
    public long CommittedSize { get; private set; }

    /// <summary>Gets the root over the committed transactions.</summary>
    public MerkleHash CommittedRoot => Log.RootAt(CommittedSize);

    /// <summary>Finds a committed transaction.</summary>
    /// <param name="seqNo">The position, from 1.</param>
    /// <returns>The transaction, or null beyond the committed ones.</returns>
    public LedgerTransaction? Find(long seqNo) => seqNo >= 1 && seqNo <= CommittedSize ? Read(seqNo) : null;

    /// <summary>Gets the leaf of a transaction, one in flight included.</summary>
    /// <param name="seqNo">The position, from 1.</param>
    /// <returns>The MessagePack form.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such transaction.</exception>
    public ReadOnlyMemory<byte> LeafOf(long seqNo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seqNo, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seqNo, Size);
        return _leaves[(int)seqNo - 1];
    }

    internal LedgerTransaction? FindInFlight(long seqNo) => seqNo >= 1 && seqNo <= Size ? Read(seqNo) : null;

    internal void Append(LedgerTransaction transaction)
    {
        var leaf = transaction.ToLeaf();
        _leaves.Add(leaf);
        Log.Append(leaf);
    }

    internal void Commit(long size) => CommittedSize = size;

    internal void Truncate(long size)
    {
        Log.Truncate(size);
        _leaves.RemoveRange((int)size, _leaves.Count - (int)size);
    }

    private LedgerTransaction Read(long seqNo) => LedgerTransaction.ParseLeaf(_leaves[(int)seqNo - 1]);
}

using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Validation;

namespace GovID.Ledger.Transactions;

/// <summary>What became of one request of a batch.</summary>
/// <param name="Request">The request.</param>
/// <param name="Verdict">Ok, or why the ledger rejects it.</param>
/// <param name="Transaction">The transaction as stored; null where the request was rejected.</param>
public sealed record BatchOutcome(LedgerRequest Request, RequestVerdict Verdict, LedgerTransaction? Transaction);

/// <summary>One change of a state, in the order in which the batch made it.</summary>
/// <param name="Key">The state key.</param>
/// <param name="Value">The new value; null where the key was removed.</param>
public sealed record StateChange(ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte>? Value);

/// <summary>Everything that a batch did, in order: what a node signs over and must keep.</summary>
public sealed class AppliedBatch
{
    private readonly BatchSpan _span;

    internal AppliedBatch(BatchTerms terms, BatchSpan span)
    {
        Terms = terms;
        _span = span;
    }

    /// <summary>Gets the terms it was ordered under.</summary>
    public BatchTerms Terms { get; }

    /// <summary>Gets what became of each request, in order.</summary>
    public required IReadOnlyList<BatchOutcome> Outcomes { get; init; }

    /// <summary>Gets the changes of the ledger's state, in order.</summary>
    public required IReadOnlyList<StateChange> Changes { get; init; }

    /// <summary>Gets the texts for the attribute store by their hashes, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; }

    /// <summary>Gets the number of transactions in the ledger after the batch.</summary>
    public required long LedgerSize { get; init; }

    /// <summary>Gets the root over the ledger after the batch.</summary>
    public required MerkleHash LedgerRoot { get; init; }

    /// <summary>Gets the root of the ledger's state after the batch.</summary>
    public MerkleHash StateRoot => View.Root;

    /// <summary>Gets the transaction that the audit ledger keeps of the batch.</summary>
    public required LedgerTransaction Audit { get; init; }

    /// <summary>Gets whether the pool takes writes once the batch is committed; null where the batch does not say.</summary>
    public bool? SwitchesWrites { get; init; }

    /// <summary>Gets the accepted transactions as stored, in order.</summary>
    public IEnumerable<LedgerTransaction> Transactions =>
        Outcomes.Where(outcome => outcome.Transaction is not null).Select(outcome => outcome.Transaction!);

    internal long SizeBefore => _span.SizeBefore;

    internal StateView ViewBefore => _span.Before;

    internal StateView View => _span.After;
}

/// <summary>Where a batch began and where it led.</summary>
internal sealed record BatchSpan(long SizeBefore, StateView Before, StateView After);

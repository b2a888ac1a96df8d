using GovID.Ledger.Requests;
using GovID.Ledger.Validation;

namespace GovID.Ledger.Transactions;

/// <summary>
/// What one type of transaction demands and does, in three steps without side effects outside the batch. Same input, same bytes, on every
/// node.
/// </summary>
public abstract class TransactionHandler
{
    private protected TransactionHandler(string type, LedgerId ledger)
    {
        Type = type;
        Ledger = ledger;
    }

    /// <summary>Gets the type as text.</summary>
    public string Type { get; }

    /// <summary>Gets the ledger it is written to.</summary>
    public LedgerId Ledger { get; }

    /// <summary>Checks what can be checked without the ledgers, after the form of the members (specification 11).</summary>
    /// <param name="request">The request.</param>
    /// <returns>Ok, or the REQNACK.</returns>
    public virtual RequestVerdict CheckForm(LedgerRequest request) => RequestVerdict.Ok;

    /// <summary>Checks the request against the ledgers as the batch sees them.</summary>
    /// <param name="request">The request, authenticated before.</param>
    /// <param name="state">The batch.</param>
    /// <returns>Ok, or the REJECT.</returns>
    public abstract RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state);

    /// <summary>Writes the transaction and the state that follows from it.</summary>
    /// <param name="request">The request, checked before.</param>
    /// <param name="state">The batch.</param>
    /// <returns>The transaction as stored.</returns>
    public LedgerTransaction Apply(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var draft = LedgerTransaction.Of(request, PayloadVersion);
        var transaction = draft.At(state.NextSeqNo(Ledger), state.Time, TransactionId(draft));
        var stored = ForLedger(transaction, state);
        state.Append(Ledger, stored);
        WriteState(stored, state);
        return stored;
    }

    /// <summary>The version of the payload, for types that have one.</summary>
    private protected virtual string? PayloadVersion => null;

    /// <summary>Writes what follows from a stored transaction, one of a genesis file included.</summary>
    internal abstract void WriteState(LedgerTransaction transaction, BatchState state);

    /// <summary>The transaction's identifier, for types that have one.</summary>
    private protected virtual string? TransactionId(LedgerTransaction transaction) => null;

    /// <summary>The form that the ledger keeps.</summary>
    private protected virtual LedgerTransaction ForLedger(LedgerTransaction transaction, BatchState state) => transaction;
}

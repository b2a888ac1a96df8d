using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>The results of writes: the transaction with its place in the tree (specification 7.2). Equal on every node.</summary>
public static class WriteReplies
{
    /// <summary>The result for a transaction, one in flight included; texts of attributes are shown in clear.</summary>
    /// <param name="ledgers">The ledgers.</param>
    /// <param name="ledger">The ledger it was written to.</param>
    /// <param name="seqNo">Its position.</param>
    /// <returns>The member <c>result</c> of REPLY.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such transaction.</exception>
    public static LedgerMap Of(PoolLedgers ledgers, LedgerId ledger, long seqNo)
    {
        ArgumentNullException.ThrowIfNull(ledgers);
        var book = ledgers[ledger];
        var transaction = book.FindInFlight(seqNo) ?? throw new ArgumentOutOfRangeException(nameof(seqNo), seqNo, "There is no such transaction.");
        var path = book.Log.InclusionProof(seqNo - 1, seqNo).Select(hash => (LedgerValue)hash.ToString());
        return Shown(ledgers, transaction)
            .With("rootHash", book.Log.RootAt(seqNo).ToString())
            .With("auditPath", new LedgerList(path));
    }

    /// <summary>The transaction as readers see it: the hash of an attribute's text gives way to the text (specification 11.2).</summary>
    internal static LedgerMap Shown(PoolLedgers ledgers, LedgerTransaction transaction)
    {
        if (transaction.Type != OperationType.AttribNumber)
            return transaction.Value;
        var member = transaction.Data.Contains("raw") ? "raw" : "enc";
        var text = transaction.Data.FindText(member) is { } hash ? ledgers.FindAttribute(hash.Value) : null;
        return text is null ? transaction.Value : transaction.WithData(transaction.Data.With(member, text)).Value;
    }
}

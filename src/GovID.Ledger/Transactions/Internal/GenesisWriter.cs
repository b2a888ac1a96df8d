using System.Globalization;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>Puts genesis transactions at the beginning of ledgers; they lead to state like all others (specification 2.2).</summary>
internal static class GenesisWriter
{
    /// <summary>Writes and commits the lines of one ledger.</summary>
    public static void Write(PoolLedgers ledgers, LedgerId ledger, IEnumerable<LedgerMap> lines)
    {
        var book = ledgers[ledger];
        var state = ledgers.View();
        foreach (var line in lines)
        {
            var transaction = LedgerTransaction.Parse(line);
            CheckPlace(transaction, ledger, book.Size + 1);
            book.Append(transaction);
            TransactionHandlers.Find(transaction.Type)!.WriteState(transaction, state);
        }

        book.Commit(book.Size);
        book.State!.Commit();
    }

    private static void CheckPlace(LedgerTransaction transaction, LedgerId ledger, long place)
    {
        var line = (int)place;
        if (TransactionHandlers.Find(transaction.Type)?.Ledger != ledger)
            throw new LedgerException(LedgerErrorCode.Unsupported, $"A transaction of type {transaction.Type} does not begin the {ledger} ledger.", "txn.type", line);
        if (transaction.SeqNo != place)
        {
            throw new LedgerException(
                LedgerErrorCode.Inconsistent,
                string.Create(CultureInfo.InvariantCulture, $"The transaction carries number {transaction.SeqNo}, its place is {place}."),
                "txnMetadata.seqNo",
                line);
        }

        if (transaction.Data.FindText("dest") is null)
            throw new LedgerException(LedgerErrorCode.MissingMember, "The transaction names no 'dest'.", "txn.data.dest", line);
    }
}

using System.Globalization;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>The audit ledger's transaction of a batch (specification 15). Its maps have integer keys.</summary>
internal static class AuditTransactions
{
    private const string FormatVersion = "1";
    private static readonly LedgerId[] Audited = [LedgerId.Pool, LedgerId.Domain, LedgerId.Config];

    /// <summary>Makes the transaction; the batch's own transactions are appended already.</summary>
    public static LedgerTransaction Of(PoolLedgers ledgers, BatchTerms terms, IReadOnlyList<BatchOutcome> outcomes)
    {
        var audit = ledgers[LedgerId.Audit];
        var last = audit.FindInFlight(audit.Size)?.Data;
        var data = LedgerMap.Of(
            ("ver", FormatVersion),
            ("viewNo", terms.ViewNo),
            ("ppSeqNo", terms.BatchNo ?? NextBatch(last)),
            ("ledgerSize", Keyed(Audited, id => ledgers[id].Size)),
            ("ledgerRoot", Keyed(Audited, id => RootOf(ledgers, terms, last, id))),
            ("stateRoot", Keyed(Audited, id => IsWritten(ledgers, terms, last, id) ? ledgers[id].State!.Root.ToString() : null)),
            ("primaries", Names(audit, last, "primaries", terms.Primaries)),
            ("digest", Digest(terms, outcomes)),
            ("nodeReg", Names(audit, last, "nodeReg", terms.NodeRegistry ?? ledgers.NodeRegistry())));
        return LedgerTransaction.Parse(LedgerMap.Of(
            ("txn", LedgerMap.Of(("type", "2"), ("data", data), ("protocolVersion", 2), ("metadata", LedgerMap.Empty))),
            ("txnMetadata", LedgerMap.Of(("seqNo", audit.Size + 1), ("txnTime", terms.Time))),
            ("reqSignature", LedgerMap.Empty),
            ("ver", "1")));
    }

    private static LedgerMap Keyed(LedgerId[] ids, Func<LedgerId, LedgerValue?> value) => LedgerMap.From(
        ids.Select(id => (Key: ((int)id).ToString(CultureInfo.InvariantCulture), Value: value(id)))
            .Where(entry => entry.Value is not null and not LedgerNull)
            .Select(entry => new KeyValuePair<string, LedgerValue>(entry.Key, entry.Value!))).WithIntegerKeys();

    private static LedgerValue? RootOf(PoolLedgers ledgers, BatchTerms terms, LedgerMap? last, LedgerId id)
    {
        if (IsWritten(ledgers, terms, last, id))
            return ledgers[id].Log.Root.ToString();
        return last?.FindMap("ledgerRoot")?.Find(((int)id).ToString(CultureInfo.InvariantCulture)) switch
        {
            null => null,
            LedgerInteger batches => new LedgerInteger(batches.Value + 1),
            _ => new LedgerInteger(1),
        };
    }

    private static bool IsWritten(PoolLedgers ledgers, BatchTerms terms, LedgerMap? last, LedgerId id)
    {
        if (id == terms.Ledger)
            return true;
        var before = last?.FindMap("ledgerSize")?.FindInteger(((int)id).ToString(CultureInfo.InvariantCulture))?.Value ?? 0;
        return ledgers[id].Size > before;
    }

    private static LedgerValue Names(LedgerBook audit, LedgerMap? last, string member, IReadOnlyList<string> names)
    {
        var list = new LedgerList(names.Select(name => (LedgerValue)name));
        var (known, age) = last?.Find(member) is LedgerInteger batches && batches.TryGetInt64(out var back)
            ? (audit.FindInFlight(audit.Size - back)?.Data.Find(member), back)
            : (last?.Find(member), 0);
        if (known == list)
            return new LedgerInteger(age + 1);
        return list;
    }

    private static long NextBatch(LedgerMap? last) =>
        last?.FindInteger("ppSeqNo") is { } number && number.TryGetInt64(out var value) ? value + 1 : 1;

    private static string Digest(BatchTerms terms, IReadOnlyList<BatchOutcome> outcomes)
    {
        LedgerValue[] parts = [terms.ViewNo, terms.Time, .. outcomes.Select(outcome => (LedgerValue)outcome.Request.Digest)];
        return Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(SigningText.Serialize(new LedgerList(parts)))));
    }
}

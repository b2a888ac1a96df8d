using System.Globalization;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries;

/// <summary>Answers LEDGER_STATUS and CATCHUP_REQ from the committed ledgers (specification 5.1, 5.2, 5.4).</summary>
public static class CatchUpAnswers
{
    private const int MostTransactions = 100_000;

    /// <summary>Answers a message that carries <c>op</c>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ledgers">The ledgers.</param>
    /// <param name="viewNo">The number of the view the node is in.</param>
    /// <returns>The messages to send, in order; none where the request asks for what cannot be given.</returns>
    public static IReadOnlyList<LedgerMap> Answer(LedgerMap message, PoolLedgers ledgers, long viewNo = 0)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(ledgers);
        return message.FindText("op")?.Value switch
        {
            "LEDGER_STATUS" => AnswerStatus(message, ledgers, viewNo),
            "CATCHUP_REQ" => CatchUpForms.Request.Check(message) is { } fault ? [Nack(message, fault)] : AnswerRequest(message, ledgers),
            var op => [Refuse(message, op)],
        };
    }

    private static IReadOnlyList<LedgerMap> AnswerStatus(LedgerMap message, PoolLedgers ledgers, long viewNo)
    {
        if (CatchUpForms.Status.Check(message) is { } fault)
        {
            var echo = CatchUpForms.Echo(message);
            return echo is null ? [Nack(message, fault)] : [Nack(message, fault), echo];
        }

        var id = LedgerOf(message);
        var book = ledgers[id];
        var known = message.FindInteger("txnSeqNo")!.Value;
        return known < book.CommittedSize ? [Proof(book, id, (long)known, viewNo)] : [Status(book, id, viewNo)];
    }

    private static LedgerMap Status(LedgerBook book, LedgerId id, long viewNo) => LedgerMap.Of(
        ("op", "LEDGER_STATUS"),
        ("ledgerId", (int)id),
        ("txnSeqNo", book.CommittedSize),
        ("viewNo", viewNo),
        ("ppSeqNo", 0),
        ("merkleRoot", book.CommittedRoot.ToString()),
        ("protocolVersion", ClientAdvice.ProtocolVersion));

    private static LedgerMap Proof(LedgerBook book, LedgerId id, long known, long viewNo)
    {
        var (size, root) = (book.CommittedSize, book.CommittedRoot);
        var hashes = known == 0 ? [root] : book.Log.ConsistencyProof(known, size);
        return LedgerMap.Of(
            ("op", "CONSISTENCY_PROOF"),
            ("ledgerId", (int)id),
            ("seqNoStart", known),
            ("seqNoEnd", size),
            ("viewNo", viewNo),
            ("ppSeqNo", 0),
            ("oldMerkleRoot", (known == 0 ? root : book.Log.RootAt(known)).ToString()),
            ("newMerkleRoot", root.ToString()),
            ("hashes", Hashes(hashes)));
    }

    private static IReadOnlyList<LedgerMap> AnswerRequest(LedgerMap message, PoolLedgers ledgers)
    {
        var id = LedgerOf(message);
        var book = ledgers[id];
        var (start, end, till) = (Number(message, "seqNoStart"), Number(message, "seqNoEnd"), Number(message, "catchupTill"));
        if (start < 1 || start > end || end > till || till > book.CommittedSize || end - start >= MostTransactions)
            return [];
        var transactions = new List<KeyValuePair<string, LedgerValue>>();
        for (var seqNo = start; seqNo <= end; seqNo++)
            transactions.Add(new(seqNo.ToString(CultureInfo.InvariantCulture), WriteReplies.Shown(ledgers, book.Find(seqNo)!)));
        return
        [
            LedgerMap.Of(
                ("op", "CATCHUP_REP"),
                ("ledgerId", (int)id),
                ("txns", LedgerMap.From(transactions)),
                ("consProof", Hashes(book.Log.ConsistencyProof(end, till)))),
        ];
    }

    private static LedgerMap Refuse(LedgerMap message, string? op) => op is null
        ? NodeMessages.Nack(new Admission.Refused(
            message.Find("identifier") ?? LedgerValue.Null,
            message.Find("reqId") ?? 1,
            ((RequestVerdict.Nack)Refusals.Message(message.Find("identifier"), message.Find("reqId"))).Reason))
        : NodeMessages.Nack(new Admission.Refused(
            LedgerValue.Null, 1, $"client request invalid: InvalidClientMsgType({CatchUpForms.ClassOf(op)}, {ReasonValues.Quoted(message.Find("reqId"))})"));

    private static LedgerMap Nack(LedgerMap message, string sentence) => NodeMessages.Nack(new Admission.Refused(
        LedgerValue.Null,
        1,
        ((RequestVerdict.Nack)Refusals.Message(message.Find("identifier"), message.Find("reqId"), sentence)).Reason));

    private static LedgerId LedgerOf(LedgerMap message) => (LedgerId)(int)message.FindInteger("ledgerId")!.Value;

    private static long Number(LedgerMap message, string member) =>
        message.FindInteger(member)!.TryGetInt64(out var number) ? number : long.MaxValue;

    private static LedgerList Hashes(IEnumerable<MerkleHash> hashes) => new(hashes.Select(hash => (LedgerValue)hash.ToString()));
}

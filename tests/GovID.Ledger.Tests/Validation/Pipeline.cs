using GovID.Ledger.Queries;
using GovID.Ledger.Tests.Transactions;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Validation;

/// <summary>Takes a payload the whole way that a node takes it, as far as it gets; nothing on it may throw.</summary>
internal static class Pipeline
{
    public static IReadOnlyList<LedgerMap> Run(LocalPool pool, ReadOnlySpan<byte> payload) => ClientMessage.Read(payload) switch
    {
        ClientMessage.Unreadable unreadable => [NodeMessages.Reject(unreadable)],
        ClientMessage.Message message when message.Map.Contains("op") && !RequestAdmission.IsRequest(message.Map) => Other(pool, message.Map),
        ClientMessage.Message message => Answer(pool, RequestAdmission.Judge(message.Map, pool.Ledgers)),
        _ => [],
    };

    private static IReadOnlyList<LedgerMap> Other(LocalPool pool, LedgerMap message)
    {
        _ = ClientMessage.FindBatched(message);
        return CatchUpAnswers.Answer(message, pool.Ledgers);
    }

    private static LedgerMap[] Answer(LocalPool pool, Admission admission)
    {
        switch (admission)
        {
            case Admission.Write write:
                var outcome = pool.Write(write.Request).Outcomes[0];
                return outcome.Verdict is RequestVerdict.Reject reject
                    ? [NodeMessages.Acknowledge(write.Request), NodeMessages.Reject(write.Request, reject)]
                    : [NodeMessages.Acknowledge(write.Request), NodeMessages.Reply(WriteReplies.Of(pool.Ledgers, write.Handler.Ledger, outcome.Transaction!.SeqNo))];
            case Admission.Query query:
                return QueryHandlers.Find(query.Request.Type)!.Answer(query.Request, pool.Ledgers) is QueryAnswer.Reply reply
                    ? [NodeMessages.Acknowledge(query.Request), NodeMessages.Reply(reply.Result)]
                    : [];
            case Admission.Act act:
                return act.Handler.CheckAgainstState(act.Request, pool.Ledgers.View()) is RequestVerdict.Reject denied
                    ? [NodeMessages.RejectAction(act.Request, denied)]
                    : [NodeMessages.Reply(act.Handler.Answer(act.Request))];
            case Admission.Repeated repeated:
                return [NodeMessages.Reply(WriteReplies.Of(pool.Ledgers, repeated.Place.Ledger, repeated.Place.SeqNo))];
            default:
                return [NodeMessages.Nack((Admission.Refused)admission)];
        }
    }
}

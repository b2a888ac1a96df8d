using System.Text;
using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>Answers payloads as a node does that orders nothing: everything but writes.</summary>
internal static class NodeAnswers
{
    public static IReadOnlyList<LedgerMap> Of(ReadOnlySpan<byte> payload, PoolLedgers ledgers) => ClientMessage.Read(payload) switch
    {
        ClientMessage.Unreadable unreadable => [NodeMessages.Reject(unreadable)],
        ClientMessage.Message message => OfMessage(message.Map, ledgers),
        _ => [],
    };

    public static IReadOnlyList<LedgerMap> Of(Admission? admission, PoolLedgers ledgers) => admission switch
    {
        Admission.Refused refused => [NodeMessages.Nack(refused)],
        Admission.Repeated repeated => [NodeMessages.Reply(WriteReplies.Of(ledgers, repeated.Place.Ledger, repeated.Place.SeqNo))],
        Admission.Query query => [NodeMessages.Acknowledge(query.Request), OfQuery(query.Request, ledgers)],
        Admission.Act act => [NodeMessages.Acknowledge(act.Request), OfAction(act, ledgers)],
        Admission.Write write => [NodeMessages.Acknowledge(write.Request)],
        _ => [],
    };

    private static IReadOnlyList<LedgerMap> OfMessage(LedgerMap message, PoolLedgers ledgers)
    {
        if (RequestAdmission.IsRequest(message) || !message.Contains("op"))
            return Of(RequestAdmission.Judge(message, ledgers), ledgers);
        return ClientMessage.FindBatched(message) is { } batched
            ? [.. batched.SelectMany(text => OfBatched(text, ledgers))]
            : CatchUpAnswers.Answer(message, ledgers);
    }

    private static IReadOnlyList<LedgerMap> OfBatched(string text, PoolLedgers ledgers) =>
        ClientMessage.Read(Encoding.UTF8.GetBytes(text)) is ClientMessage.Message inner && ClientMessage.FindBatched(inner.Map) is null
            ? OfMessage(inner.Map, ledgers)
            : [];

    private static LedgerMap OfQuery(LedgerRequest request, PoolLedgers ledgers) => QueryHandlers.Find(request.Type)!.Answer(request, ledgers) switch
    {
        QueryAnswer.Nack nack => NodeMessages.Nack(request, nack.Reason),
        QueryAnswer.Reply reply => NodeMessages.Reply(reply.Result),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LedgerMap OfAction(Admission.Act act, PoolLedgers ledgers) =>
        act.Handler.CheckAgainstState(act.Request, ledgers.View()) is RequestVerdict.Reject reject
            ? NodeMessages.RejectAction(act.Request, reject)
            : NodeMessages.Reply(act.Handler.Answer(act.Request, act.Request.Type == "119" ? NodeReport.OfEveryNode(ledgers, act.Request.ReqId) : null));
}

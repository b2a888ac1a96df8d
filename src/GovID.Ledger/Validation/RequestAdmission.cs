using System.Diagnostics;
using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation;

/// <summary>
/// The checks of a request before it is ordered or answered, in the order of the specification: envelope and members (6.1, 11), type,
/// form (11), signatures (6.4), whether the pool takes writes, repetition (4.3).
/// </summary>
public static class RequestAdmission
{
    private const string RichSchemasOff = "RichSchema transactions are disabled";
    private static readonly string[] AlwaysTaken = ["109", "111", "120", "122"];
    private static readonly string[] RichSchemas = ["200", "201", "202", "203", "204", "205"];

    /// <summary>Says whether a message is a request: operation, number and author or signers are there (specification 4.1).</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsRequest(LedgerMap message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return IsGiven(message.Find("operation")) && IsGiven(message.Find("reqId")) && AuthorOf(message) is not LedgerNull;
    }

    /// <summary>Judges a message that carries no <c>op</c>.</summary>
    /// <param name="message">The message as it came.</param>
    /// <param name="ledgers">The ledgers; batches in flight count for signatures (specification 6.4).</param>
    /// <returns>What to do with it. Never throws for anything in the message.</returns>
    public static Admission Judge(LedgerMap message, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(ledgers);
        if (!IsRequest(message))
            return Refuse(message, Refusals.Message(message.Find("identifier"), message.Find("reqId")));
        if (EnvelopeForm.Check(message) is { } sentence)
            return Refuse(message, Refusals.Message(message.Find("identifier"), message.Find("reqId"), sentence));

        var type = message.FindMap("operation")!.Find("type")!;
        if (type is not LedgerText || !IsKnown(((LedgerText)type).Value))
            return Refuse(message, Refusals.Message(AuthorOf(message), message.Find("reqId"), $"invalid type: {ReasonValues.Plain(type)}"));
        try
        {
            return JudgeRequest(message, LedgerRequest.Parse(EnvelopeForm.KnownMembers(message)), ledgers);
        }
        catch (LedgerException fault)
        {
            return Refuse(message, Refusals.Message(AuthorOf(message), message.Find("reqId"), fault.Message));
        }
    }

    private static Admission JudgeRequest(LedgerMap message, LedgerRequest request, PoolLedgers ledgers)
    {
        var form = CheckForm(request);
        if (form is not RequestVerdict.Accepted)
            return Refuse(message, form);
        var isQuery = QueryHandlers.Find(request.Type) is not null;
        var signature = Authentication.Check(request, ledgers.View(), isQuery);
        if (signature is not RequestVerdict.Accepted)
            return Refuse(message, signature);
        if (isQuery)
            return new Admission.Query(request);
        return TransactionHandlers.FindAction(request.Type) is { } action
            ? new Admission.Act(request, action)
            : JudgeWrite(message, request, ledgers);
    }

    private static RequestVerdict CheckForm(LedgerRequest request)
    {
        if (RichSchemas.Contains(request.Type))
            return Refusals.Form(request, RichSchemasOff);
        if (TransactionHandlers.Find(request.Type) is { } write)
            return write.CheckForm(request);
        return QueryHandlers.Find(request.Type) is { } query ? query.CheckForm(request) : RequestVerdict.Ok;
    }

    private static Admission JudgeWrite(LedgerMap message, LedgerRequest request, PoolLedgers ledgers)
    {
        if (!ledgers.TakesWrites && !AlwaysTaken.Contains(request.Type))
            return Refuse(message, Refusals.Form(request, "Pool is in readonly mode, try again in 60 seconds"));
        if (ledgers.Requests.FindByPayload(request.PayloadDigest) is { } place)
        {
            return ledgers.Requests.FindPayload(request.Digest) is not null
                ? new Admission.Repeated(request, place)
                : Refuse(message, new RequestVerdict.Nack("Same txn was already ordered with different signatures or pluggable fields"));
        }

        return new Admission.Write(request, TransactionHandlers.Find(request.Type)!);
    }

    private static bool IsKnown(string type) =>
        TransactionHandlers.Find(type) is not null || TransactionHandlers.FindAction(type) is not null
        || QueryHandlers.Find(type) is not null || RichSchemas.Contains(type);

    private static Admission.Refused Refuse(LedgerMap message, RequestVerdict verdict) => verdict is RequestVerdict.Nack nack
        ? new Admission.Refused(AuthorOf(message), IsGiven(message.Find("reqId")) ? message.Find("reqId")! : 1, nack.Reason)
        : throw new UnreachableException();

    private static LedgerValue AuthorOf(LedgerMap message)
    {
        if (IsGiven(message.Find("identifier")))
            return message.Find("identifier")!;
        return message.FindMap("signatures") is { Count: > 0 } signatures
            ? string.Join(',', signatures.Select(signature => signature.Key).Order(StringComparer.Ordinal))
            : LedgerValue.Null;
    }

    private static bool IsGiven(LedgerValue? value) => value switch
    {
        null or LedgerNull => false,
        LedgerText text => text.Value.Length > 0,
        LedgerInteger number => !number.Value.IsZero,
        LedgerFloat number => number.Value != 0,
        LedgerBoolean truth => truth.Value,
        LedgerMap map => map.Count > 0,
        LedgerList list => list.Count > 0,
        _ => true,
    };
}

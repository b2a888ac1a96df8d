using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation;

/// <summary>The messages with which a node answers requests (specification 4.2).</summary>
public static class NodeMessages
{
    /// <summary>REQACK: the request is well-formed and will be processed.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The message.</returns>
    public static LedgerMap Acknowledge(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LedgerMap.Of(("op", "REQACK"), ("identifier", request.Author()), ("reqId", new LedgerInteger(request.ReqId)));
    }

    /// <summary>REQNACK for a message that was not admitted.</summary>
    /// <param name="refused">The refusal.</param>
    /// <returns>The message.</returns>
    public static LedgerMap Nack(Admission.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return LedgerMap.Of(("op", "REQNACK"), ("identifier", refused.Identifier), ("reqId", refused.RequestId), ("reason", refused.Reason));
    }

    /// <summary>REQNACK after the acknowledgement.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reason">The reason text.</param>
    /// <returns>The message.</returns>
    public static LedgerMap Nack(LedgerRequest request, string reason)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Nack(new Admission.Refused(request.Author(), new LedgerInteger(request.ReqId), reason));
    }

    /// <summary>REJECT of a write.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reject">The verdict.</param>
    /// <returns>The message; its code is null unless the verdict has one.</returns>
    public static LedgerMap Reject(LedgerRequest request, RequestVerdict.Reject reject)
    {
        ArgumentNullException.ThrowIfNull(reject);
        return RejectAction(request, reject).With("code", reject.Code is { } code ? code : LedgerValue.Null);
    }

    /// <summary>REJECT of an action, which carries no code.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reject">The verdict.</param>
    /// <returns>The message.</returns>
    public static LedgerMap RejectAction(LedgerRequest request, RequestVerdict.Reject reject)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reject);
        return LedgerMap.Of(
            ("op", "REJECT"), ("identifier", request.Author()), ("reqId", new LedgerInteger(request.ReqId)), ("reason", reject.Reason));
    }

    /// <summary>REJECT of a payload that could not be read.</summary>
    /// <param name="unreadable">What is wrong with it.</param>
    /// <returns>The message, with an empty author and an empty number.</returns>
    public static LedgerMap Reject(ClientMessage.Unreadable unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        return LedgerMap.Of(("op", "REJECT"), ("identifier", string.Empty), ("reqId", string.Empty), ("reason", unreadable.Reason));
    }

    /// <summary>REPLY.</summary>
    /// <param name="result">The member <c>result</c>.</param>
    /// <returns>The message.</returns>
    public static LedgerMap Reply(LedgerMap result) => LedgerMap.Of(("op", "REPLY"), ("result", result));
}

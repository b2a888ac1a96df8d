using System.Globalization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The forms of reason texts (specification 4.2).</summary>
internal static class Refusals
{
    private const string Prefix = "client request invalid: ";

    /// <summary>A message that is no well-formed request; identifier and number as far as the message has them.</summary>
    public static RequestVerdict Message(LedgerValue? identifier, LedgerValue? requestId, string? what = null) =>
        new RequestVerdict.Nack(Prefix + Invalid(identifier, requestId, what));

    /// <summary>A request whose form is wrong.</summary>
    public static RequestVerdict Form(LedgerRequest request, string? what) => Message(Author(request), Number(request), what);

    /// <summary>A request whose form is wrong, with the cause repeated behind the text.</summary>
    public static RequestVerdict FormCausedBy(LedgerRequest request, string what) =>
        new RequestVerdict.Nack($"{Prefix}{Invalid(Author(request), Number(request), what)} [caused by {what}]");

    /// <summary>A request that failed authentication.</summary>
    public static RequestVerdict Signature(string what) => new RequestVerdict.Nack(Prefix + what);

    /// <summary>A request that the ledger's state does not admit.</summary>
    public static RequestVerdict State(LedgerRequest request, string? what) =>
        new RequestVerdict.Reject(Prefix + Invalid(Author(request), Number(request), what));

    /// <summary>A request that its signers may not make.</summary>
    public static RequestVerdict Permission(LedgerRequest request, string what) =>
        new RequestVerdict.Reject(Prefix + Unauthorized(request, what));

    /// <summary>An action that its signers may not order; actions are not ordered and carry no prefix.</summary>
    public static RequestVerdict Action(LedgerRequest request, string what) => new RequestVerdict.Reject(Unauthorized(request, what));

    /// <summary>A request whose acceptance of the author agreement is wrong.</summary>
    public static RequestVerdict Agreement(LedgerRequest request, string what, int code) => new RequestVerdict.Reject(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}InvalidClientTaaAcceptanceError({Head(Author(request), Number(request))}, {ReasonValues.Quoted(what)}, {code})"),
        code);

    private static string Unauthorized(LedgerRequest request, string what) =>
        $"UnauthorizedClientRequest({Head(Author(request), Number(request))}, {ReasonValues.Quoted(what)})";

    private static string Invalid(LedgerValue? identifier, LedgerValue? requestId, string? what) => what is null
        ? $"InvalidClientRequest({Head(identifier, requestId)})"
        : $"InvalidClientRequest({Head(identifier, requestId)}, {ReasonValues.Quoted(what)})";

    private static string Head(LedgerValue? identifier, LedgerValue? requestId) =>
        $"{ReasonValues.Quoted(identifier)}, {ReasonValues.Quoted(requestId)}";

    private static LedgerText Author(LedgerRequest request) => new(request.Author());

    private static LedgerInteger Number(LedgerRequest request) => new(request.ReqId);
}

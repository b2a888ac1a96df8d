using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>An operation that every node answers for itself and that is written nowhere (specification 11.13).</summary>
public abstract class ActionHandler
{
    private protected ActionHandler(string type) => Type = type;

    /// <summary>Gets the type as text.</summary>
    public string Type { get; }

    /// <summary>Checks what can be checked without the ledgers, after the form of the members.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Ok, or the REQNACK.</returns>
    public virtual RequestVerdict CheckForm(LedgerRequest request) => RequestVerdict.Ok;

    /// <summary>Checks whether the signers may order the action.</summary>
    /// <param name="request">The request, authenticated before.</param>
    /// <param name="state">The ledgers.</param>
    /// <returns>Ok, or the REJECT.</returns>
    public RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        return Permission.Find(request, state, Action(request)) is { } reason ? Refusals.Action(request, reason) : RequestVerdict.Ok;
    }

    /// <summary>Makes the result.</summary>
    /// <param name="request">The request, checked before.</param>
    /// <param name="nodeData">What the node says about itself, for actions that ask for it.</param>
    /// <returns>The member <c>result</c> of REPLY.</returns>
    public virtual LedgerMap Answer(LedgerRequest request, LedgerValue? nodeData = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = request.Operation.With("identifier", request.Author()).With("reqId", new LedgerInteger(request.ReqId));
        return nodeData is null ? result : result.With("data", nodeData);
    }

    private protected abstract AuthRuleId Action(LedgerRequest request);
}

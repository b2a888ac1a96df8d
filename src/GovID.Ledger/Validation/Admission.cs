using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation;

/// <summary>What a node does with a request that has just come in (specification 4.2, 4.3).</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>The request is refused by REQNACK.</summary>
    /// <param name="Identifier">The author as far as the message has one, else null.</param>
    /// <param name="RequestId">The number as far as the message has one, else 1.</param>
    /// <param name="Reason">The reason text.</param>
    public sealed record Refused(LedgerValue Identifier, LedgerValue RequestId, string Reason) : Admission;

    /// <summary>The request is well-formed and authenticated and goes into the order of writes.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Handler">The handler of its type.</param>
    public sealed record Write(LedgerRequest Request, TransactionHandler Handler) : Admission;

    /// <summary>The same request with the same signatures was written before; its transaction is the answer.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Place">Where it was written.</param>
    public sealed record Repeated(LedgerRequest Request, WrittenAt Place) : Admission;

    /// <summary>The request is a query, to be answered at once.</summary>
    /// <param name="Request">The request.</param>
    public sealed record Query(LedgerRequest Request) : Admission;

    /// <summary>The request is an action of this node.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Handler">The handler of its type.</param>
    public sealed record Act(LedgerRequest Request, ActionHandler Handler) : Admission;
}

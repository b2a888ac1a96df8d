using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Queries;

/// <summary>Answers one type of query from what is committed (specification 7.3, 11).</summary>
public abstract class QueryHandler
{
    private protected QueryHandler(string type) => Type = type;

    /// <summary>Gets the type as text.</summary>
    public string Type { get; }

    /// <summary>Checks what can be checked without the ledgers, after the form of the members.</summary>
    /// <param name="request">The query.</param>
    /// <returns>Ok, or the REQNACK.</returns>
    public virtual RequestVerdict CheckForm(LedgerRequest request) => RequestVerdict.Ok;

    /// <summary>Answers.</summary>
    /// <param name="request">The query, its form checked before.</param>
    /// <param name="ledgers">The ledgers; only what is committed is read.</param>
    /// <returns>The answer.</returns>
    public abstract QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers);

    private protected static QueryAnswer Refuse(LedgerRequest request, string what) =>
        new QueryAnswer.Nack(((RequestVerdict.Nack)Refusals.Form(request, what)).Reason);
}

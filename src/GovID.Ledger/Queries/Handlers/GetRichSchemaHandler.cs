using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>The queries of the rich schema family, which is off (specification 11.16).</summary>
public sealed class GetRichSchemaHandler : QueryHandler
{
    internal GetRichSchemaHandler(string type)
        : base(type)
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Refuse(request, "RichSchema queries are disabled");
    }
}

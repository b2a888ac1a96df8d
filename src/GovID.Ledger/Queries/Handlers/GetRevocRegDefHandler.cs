using System.Text;
using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_REVOC_REG_DEF: a revocation registry by its identifier (specification 11.5).</summary>
public sealed class GetRevocRegDefHandler : QueryHandler
{
    internal GetRevocRegDefHandler()
        : base("115")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = Encoding.UTF8.GetBytes(request.Operation.FindText("id")!.Value);
        return Results.OfWrapped(request, new StateReader(ledgers, LedgerId.Domain).Now(key));
    }
}

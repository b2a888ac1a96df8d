using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_FLAG: a setting of the network now, at a time or at a transaction (specification 11.17).</summary>
public sealed class GetFlagHandler : QueryHandler
{
    internal GetFlagHandler()
        : base("131")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation.FindText("name") is not { } name)
            return Refuse(request, "Flag name must be provided in get request for config flags");
        if (History.Judge(request.Operation) is { } fault)
            return Refuse(request, fault);
        var found = new StateReader(ledgers, LedgerId.Config).AtVersion(request.Operation, StateKeys.Flag(name.Value));
        var stored = found.Map;
        return Results.Of(request, stored, WrittenBy.Of(stored), found.Proof);
    }
}

using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_TXN_AUTHOR_AGREEMENT_AML: the mechanisms in force, or those of a version or a time (specification 11.11).</summary>
public sealed class GetMechanismsHandler : QueryHandler
{
    internal GetMechanismsHandler()
        : base("7")
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Operation.Contains("version") && request.Operation.Contains("timestamp")
            ? Refusals.Form(request, "\"version\" and \"timestamp\" cannot be used in GET_TXN_AUTHOR_AGREEMENT_AML request together")
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reader = new StateReader(ledgers, LedgerId.Config);
        if (request.Operation.FindText("version") is { } version)
            return Results.OfWrapped(request, reader.Now(StateKeys.MechanismsVersion(version.Value)));
        return Results.OfWrapped(request, request.Operation.FindInteger("timestamp") is null
            ? reader.Now(StateKeys.MechanismsLatest)
            : reader.At(StateReader.Positive(request.Operation, "timestamp") ?? 0, StateKeys.MechanismsLatest));
    }
}

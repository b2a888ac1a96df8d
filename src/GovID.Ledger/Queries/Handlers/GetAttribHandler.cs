using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_ATTR: an attribute by its name, its encrypted text or its hash (specification 11.2).</summary>
public sealed class GetAttribHandler : QueryHandler
{
    internal GetAttribHandler()
        : base("104")
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Operation.Contains("dest")
            ? RequestVerdict.Ok
            : Refusals.Form(request, "validation error [ClientGetAttribOperation]: missed fields - dest. ");
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ledgers);
        if (History.Judge(request.Operation) is { } fault)
            return Refuse(request, fault);

        var hash = request.Operation.FindText("hash")?.Value;
        var name = request.Operation.FindText("raw")?.Value ?? request.Operation.FindText("enc")?.Value;
        var key = StateKeys.Attribute(request.Operation.FindText("dest")!.Value, hash ?? AttributeContent.HashOf(name!));
        var found = new StateReader(ledgers, LedgerId.Domain).AtVersion(request.Operation, key);
        var stored = found.Map;
        LedgerValue? data = stored is null ? null : hash ?? ledgers.Attributes.Find(stored.FindText("val")?.Value ?? string.Empty);
        return Results.Of(request, data, WrittenBy.Of(stored), found.Proof);
    }
}

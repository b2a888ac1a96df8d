using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_CRED_DEF: a credential definition by author, schema, signature type and tag (specification 11.4).</summary>
public sealed class GetCredDefHandler : QueryHandler
{
    private const string OldTag = "tag";

    internal GetCredDefHandler()
        : base("108")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var operation = request.Operation;
        var key = StateKeys.CredentialDefinition(
            operation.FindText("origin")!.Value,
            operation.FindText("signature_type")!.Value,
            ReasonValues.Quoted(operation.Find("ref")),
            operation.FindText("tag")?.Value ?? OldTag);
        return Results.OfWrapped(request, new StateReader(ledgers, LedgerId.Domain).Now(key));
    }
}

using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_SCHEMA: a schema by author, name and version (specification 11.3).</summary>
public sealed class GetSchemaHandler : QueryHandler
{
    internal GetSchemaHandler()
        : base("107")
    {
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.Operation.FindMap("data")!;
        var (name, version) = (asked.FindText("name")!.Value, asked.FindText("version")!.Value);
        var key = StateKeys.Schema(request.Operation.FindText("dest")!.Value, name, version);
        var found = new StateReader(ledgers, LedgerId.Domain).Now(key);
        var stored = found.Map;
        var schema = (stored?.FindMap("val") ?? LedgerMap.Empty).With("name", name).With("version", version);
        return Results.Of(request, schema, WrittenBy.Of(stored), found.Proof);
    }
}

using System.Text;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>SCHEMA: the names of a credential's attributes (specification 11.3).</summary>
public sealed class SchemaHandler : TransactionHandler
{
    internal SchemaHandler()
        : base("101", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var exists = state.Get(Ledger, KeyOf(request.Author(), request.Operation)) is not null;
        return Permission.Check(request, state, exists ? AuthRuleId.Edit(Type) : AuthRuleId.Add(Type));
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var names = transaction.Data.FindMap("data")!.Find("attr_names")!;
        state.Set(
            Ledger,
            KeyOf(transaction.From!, transaction.Data),
            StateValues.Wrap(LedgerMap.Of(("attr_names", names)), transaction.SeqNo, transaction.Time));
    }

    private protected override string TransactionId(LedgerTransaction transaction) =>
        Encoding.UTF8.GetString(KeyOf(transaction.From!, transaction.Data));

    private static byte[] KeyOf(string author, LedgerMap operation)
    {
        var schema = operation.FindMap("data")!;
        return StateKeys.Schema(author, schema.FindText("name")!.Value, schema.FindText("version")!.Value);
    }
}

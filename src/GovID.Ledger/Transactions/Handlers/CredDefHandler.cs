using System.Text;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>CRED_DEF: the public keys of a credential definition (specification 11.4).</summary>
public sealed class CredDefHandler : TransactionHandler
{
    internal CredDefHandler()
        : base("102", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var reference = request.Operation.FindInteger("ref")!;
        var schema = reference.TryGetInt64(out var seqNo) ? state.FindTransaction(Ledger, seqNo) : null;
        if (schema is null)
            return Refusals.State(request, $"Mentioned seqNo ({ReasonValues.Quoted(reference)}) doesn't exist.");
        if (schema.Type != "101")
            return Refusals.State(request, $"Mentioned seqNo ({ReasonValues.Quoted(reference)}) isn't seqNo of the schema.");

        var exists = state.Get(Ledger, KeyOf(request.Author(), request.Operation)) is not null;
        return Permission.Check(request, state, exists ? AuthRuleId.Edit(Type) : AuthRuleId.Add(Type));
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state) => state.Set(
        Ledger,
        KeyOf(transaction.From!, transaction.Data),
        StateValues.Wrap(transaction.Data.Find("data")!, transaction.SeqNo, transaction.Time));

    private protected override string TransactionId(LedgerTransaction transaction) =>
        Encoding.UTF8.GetString(KeyOf(transaction.From!, transaction.Data));

    private static byte[] KeyOf(string author, LedgerMap operation) => StateKeys.CredentialDefinition(
        author,
        operation.FindText("signature_type")!.Value,
        ReasonValues.Quoted(operation.Find("ref")),
        operation.FindText("tag")!.Value);
}

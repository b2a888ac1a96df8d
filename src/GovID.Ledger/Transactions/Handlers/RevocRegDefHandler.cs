using System.Text;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>REVOC_REG_DEF: a revocation registry (specification 11.5).</summary>
public sealed class RevocRegDefHandler : TransactionHandler
{
    private const int EntryPrefix = 2;

    internal RevocRegDefHandler()
        : base("113", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation.FindText("credDefId")!.Value.Split(':').Length is not (4 or 5))
        {
            return Refusals.Form(request, "Format of credDefId field is not acceptable. Expected: 'did:marker:signature_type:schema_ref' or "
                + "'did:marker:signature_type:schema_ref:tag'");
        }

        return KeyOf(request.Author(), request.Operation).Length + EntryPrefix > StateTrie.MaxKeyLength
            ? Refusals.Form(request, "credDefId, revocDefType and tag are too long together")
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var exists = state.Get(Ledger, KeyOf(request.Author(), request.Operation)) is not null;
        var verdict = Permission.Check(request, state, exists ? AuthRuleId.Edit(Type) : AuthRuleId.Add(Type));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;

        var definition = request.Operation.FindText("credDefId")!.Value;
        return state.FindWrapped(Ledger, Encoding.UTF8.GetBytes(definition)) is null
            ? Refusals.State(request, $"There is no any CRED_DEF by path: {definition}")
            : RequestVerdict.Ok;
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state) => state.Set(
        Ledger, KeyOf(transaction.From!, transaction.Data), StateValues.Wrap(transaction.Data, transaction.SeqNo, transaction.Time));

    private protected override string TransactionId(LedgerTransaction transaction) =>
        Encoding.UTF8.GetString(KeyOf(transaction.From!, transaction.Data));

    private static byte[] KeyOf(string author, LedgerMap operation) => StateKeys.RevocationRegistryDefinition(
        author, operation.FindText("credDefId")!.Value, operation.FindText("revocDefType")!.Value, operation.FindText("tag")!.Value);
}

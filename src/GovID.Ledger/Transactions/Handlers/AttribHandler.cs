using System.Text;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>ATTRIB: a statement about an identifier. The ledger keeps its hash, the attribute store its text (specification 11.2).</summary>
public sealed class AttribHandler : TransactionHandler
{
    internal AttribHandler()
        : base("100", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var did = request.Operation.FindText("dest")!.Value;
        if (state.FindNym(did) is not { } subject)
            return Refusals.State(request, "dest should be added before adding attribute for it");

        var attribute = AttributeContent.Of(request.Operation);
        var isOwner = subject.OwnerOf(did) == request.Author();
        var exists = state.Get(Ledger, StateKeys.Attribute(did, attribute.KeySuffix)) is not null;
        var action = exists
            ? AuthRuleId.Edit(Type, attribute.Member, string.Empty, attribute.Submitted)
            : AuthRuleId.Add(Type, attribute.Member, attribute.Submitted);
        return Permission.Check(request, state, action, isOwner);
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var value = transaction.Data.FindText("raw") ?? transaction.Data.FindText("enc");
        state.Set(
            Ledger,
            Encoding.UTF8.GetBytes(transaction.Id!),
            StateValues.Wrap(value?.Value ?? string.Empty, transaction.SeqNo, transaction.Time));
    }

    private protected override string TransactionId(LedgerTransaction transaction) => Encoding.UTF8.GetString(
        StateKeys.Attribute(transaction.Data.FindText("dest")!.Value, AttributeContent.Of(transaction.Data).KeySuffix));

    private protected override LedgerTransaction ForLedger(LedgerTransaction transaction, BatchState state)
    {
        var attribute = AttributeContent.Of(transaction.Data);
        if (attribute.StoredText is not { } text)
            return transaction;
        state.KeepAttribute(attribute.StateValue, text);
        return transaction.WithData(transaction.Data.With(attribute.Member, attribute.StateValue));
    }
}

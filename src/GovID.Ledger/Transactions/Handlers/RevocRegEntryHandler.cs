using System.Text;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>REVOC_REG_ENTRY: which credentials of a registry were issued or revoked (specification 11.6).</summary>
public sealed class RevocRegEntryHandler : TransactionHandler
{
    internal RevocRegEntryHandler()
        : base("114", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var registry = request.Operation.FindText("revocRegDefId")!.Value;
        if (FindStrategy(state, registry) is not { } strategy)
            return Refusals.State(request, $"There is no any REVOC_REG_DEF by path: {registry}");

        var current = FindEntry(state, registry);
        var isOwner = registry.Split(':')[0] == request.Author();
        var verdict = Permission.Check(request, state, current is null ? AuthRuleId.Add(Type) : AuthRuleId.Edit(Type), isOwner);
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        return strategy.Judge(current, request.Operation.FindMap("value")!) is { } fault ? Refusals.State(request, fault) : RequestVerdict.Ok;
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var registry = transaction.Data.FindText("revocRegDefId")!.Value;
        var submitted = transaction.Data.FindMap("value")!;
        var current = FindEntry(state, registry);
        var value = current is null || FindStrategy(state, registry) is not { } strategy ? submitted : strategy.Merge(current, submitted);
        Write(state, StateKeys.RevocationEntry(registry), transaction, value);
        Write(state, StateKeys.RevocationAccumulator(registry), transaction, LedgerMap.Of(("accum", submitted.Find("accum")!)));
    }

    private protected override string TransactionId(LedgerTransaction transaction) =>
        Encoding.UTF8.GetString(StateKeys.RevocationEntry(transaction.Data.FindText("revocRegDefId")!.Value));

    private static LedgerMap? FindEntry(BatchState state, string registry) =>
        (state.FindWrapped(LedgerId.Domain, StateKeys.RevocationEntry(registry)) as LedgerMap)?.FindMap("value");

    private static RevocationStrategy? FindStrategy(BatchState state, string registry) =>
        RevocationStrategy.Of(state.FindWrapped(LedgerId.Domain, Encoding.UTF8.GetBytes(registry)));

    private void Write(BatchState state, byte[] key, LedgerTransaction transaction, LedgerMap value)
    {
        var entry = transaction.Data.With("value", value)
            .With("seqNo", transaction.SeqNo).With("txnTime", transaction.Time is { } time ? time : LedgerValue.Null);
        state.Set(Ledger, key, StateValues.Wrap(entry, transaction.SeqNo, transaction.Time));
    }
}

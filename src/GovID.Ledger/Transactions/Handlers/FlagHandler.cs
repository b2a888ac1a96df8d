using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>FLAG: a setting of the network by its name (specification 11.17).</summary>
public sealed class FlagHandler : TransactionHandler
{
    internal FlagHandler()
        : base("130", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Judge(request.Operation) is { } fault ? Refusals.Form(request, fault) : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state) =>
        Permission.Check(request, state, AuthRuleId.Edit(Type, string.Empty, string.Empty, string.Empty));

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var value = LedgerMap.Of(
            ("lsn", transaction.SeqNo),
            ("lut", transaction.Time is { } time ? time : LedgerValue.Null),
            ("value", transaction.Data.Find("value") ?? LedgerValue.Null));
        state.Set(Ledger, StateKeys.Flag(transaction.Data.FindText("name")!.Value), value.ToStateJsonBytes());
    }

    private static string? Judge(LedgerMap operation)
    {
        if (operation.Find("name") is null or LedgerNull or LedgerText { Value.Length: 0 })
            return "Flag name is required";
        if (operation.FindText("name") is not { } name)
            return "Flag name must be of type string";
        if (TextRules.TooLong(name.Value, TextRules.NameLimit) is { } fault)
            return fault;
        if (name.Value == "latest" || name.Value.StartsWith("v:", StringComparison.Ordinal) || name.Value.StartsWith("d:", StringComparison.Ordinal))
            return "Flag name is reserved for the author agreement";
        return operation.Find("value") is null or LedgerNull or LedgerText ? null : "Flag value must be of type string or None";
    }
}

using System.Numerics;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>TXN_AUTHOR_AGREEMENT: a new agreement, or the end of an old one (specification 11.11).</summary>
public sealed class AgreementHandler : TransactionHandler
{
    internal AgreementHandler()
        : base("4", LedgerId.Config)
    {
    }

    private protected override string PayloadVersion => "2";

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var member in (string[])["retirement_ts", "ratification_ts"])
        {
            if (request.Operation.FindInteger(member) is { } time && time.Value > LedgerTime.Last)
                return Refusals.Form(request, $"{member} = {ReasonValues.Quoted(time)} is out of range.");
        }

        return RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var known = Agreements.DigestOfVersion(state, request.Operation.FindText("version")!.Value);
        var verdict = Permission.Check(request, state, known is null ? AuthRuleId.Add(Type) : AuthRuleId.Edit(Type));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        if (Agreements.Mechanisms(state) is null)
            return Refusals.State(request, "TAA txn is forbidden until TAA AML is set. Send TAA AML first.");
        var fault = known is null ? JudgeNew(request.Operation, state.Time) : JudgeChange(request.Operation, state, known);
        return fault is null ? RequestVerdict.Ok : Refusals.State(request, fault);
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var version = transaction.Data.FindText("version")!.Value;
        if (Agreements.DigestOfVersion(state, version) is { } known)
        {
            var agreement = Agreements.FindMembers(state, known)!.Without("retirement_ts");
            if (transaction.Data.FindInteger("retirement_ts") is { Value.IsZero: false } retirement)
                agreement = agreement.With("retirement_ts", retirement);
            Agreements.Write(state, agreement, transaction);
            return;
        }

        var text = transaction.Data.FindText("text")!.Value;
        var digest = AgreementAcceptance.DigestOf(version, text);
        Agreements.Write(
            state,
            LedgerMap.Of(
                ("text", text), ("version", version), ("ratification_ts", transaction.Data.Find("ratification_ts")!), ("digest", digest)),
            transaction);
        Agreements.WritePointers(state, version, digest);
    }

    private static string? JudgeNew(LedgerMap operation, long now)
    {
        if (operation.FindText("text") is null)
            return "Cannot create transaction author agreement without a 'text' field.";
        if (operation.FindInteger("retirement_ts") is not null)
            return "Cannot create transaction author agreement with a 'retirement_ts' field.";
        if (operation.FindInteger("ratification_ts") is not { } ratified)
            return "Cannot create transaction author agreement without a 'ratification_ts' field.";
        return ratified.Value > new BigInteger(now)
            ? "Cannot create transaction author agreement with 'ratification_ts' set in future."
            : null;
    }

    private static string? JudgeChange(LedgerMap operation, BatchState state, string digest)
    {
        var known = Agreements.FindMembers(state, digest)!;
        if (operation.Find("text") is { } text && text != known.Find("text"))
            return "Changing a text of existing transaction author agreement is forbidden";
        if (operation.Find("ratification_ts") is { } ratified && ratified != known.Find("ratification_ts"))
            return "Changing ratification date of existing transaction author agreement is forbidden";
        return Agreements.LatestDigest(state) switch
        {
            null => "Retirement date cannot be changed when TAA enforcement is disabled.",
            var latest when latest == digest => "The latest transaction author agreement cannot be retired.",
            _ => null,
        };
    }
}

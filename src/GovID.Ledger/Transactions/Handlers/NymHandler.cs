using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>NYM: an identifier with its key, role and document (specification 11.1).</summary>
public sealed class NymHandler : TransactionHandler
{
    private const int KeyPrefix = 16;
    private static readonly string[] RuledMembers = ["role", "verkey"];
    private static readonly string[] KeptMembers = ["role", "verkey", "diddocContent", "version"];

    internal NymHandler()
        : base("1", LedgerId.Domain)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation.FindText("role") is { } role && !LedgerRole.IsKnown(role.Value))
            return Refusals.Form(request, $"{role.Value} not a valid role");
        if (request.Operation.FindText("diddocContent") is { } content && JudgeDocument(content.Value) is { } fault)
            return Refusals.FormCausedBy(request, fault);
        return request.Operation.FindInteger("version") is { } version && (version.Value.Sign < 0 || version.Value > 2)
            ? Refusals.Form(request, $"Version must be one of {{0, 1, 2}}, received {ReasonValues.Quoted(version)}")
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var did = request.Operation.FindText("dest")!.Value;
        return state.FindNym(did) is { } known ? CheckChange(request, state, known.OwnerOf(did), known) : CheckNew(request, state, did);
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var did = transaction.Data.FindText("dest")!.Value;
        var record = state.FindNym(did)?.Value
            ?? LedgerMap.Of(("identifier", transaction.From), ("role", LedgerValue.Null), ("verkey", LedgerValue.Null));
        foreach (var member in KeptMembers)
        {
            if (transaction.Data.Find(member) is { } value)
                record = record.With(member, value);
        }

        record = record.With("seqNo", transaction.SeqNo).With("txnTime", transaction.Time is { } time ? time : LedgerValue.Null);
        state.Set(Ledger, StateKeys.Nym(did), record.ToStateJsonBytes());
    }

    private protected override string TransactionId(LedgerTransaction transaction) =>
        Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(transaction.Data.FindText("dest")!.Value)));

    private static RequestVerdict CheckNew(LedgerRequest request, BatchState state, string did)
    {
        if (state.FindNym(request.Author()) is null)
        {
            if (request.Author() != did)
            {
                return Refusals.State(request, "DID which is not stored on ledger can send nym txn only if appropriate auth_rules set "
                    + "and sender did equal to destination nym");
            }

            if (request.Operation.FindText("verkey") is null)
                return Refusals.State(request, "Non-ledger nym txn must contain verkey for new did");
        }

        return JudgeVersion(request.Operation, did) is { } fault
            ? Refusals.State(request, fault)
            : Permission.Check(request, state, AuthRuleId.Add("1", "role", request.Operation.FindText("role")?.Value));
    }

    private static RequestVerdict CheckChange(LedgerRequest request, BatchState state, string? owner, NymRecord known)
    {
        if (request.Operation.Contains("version"))
            return Refusals.State(request, "Cannot set version on existing nym");

        var isOwner = request.Author() == owner;
        var mayTouch = isOwner;
        foreach (var member in RuledMembers.Where(request.Operation.Contains))
        {
            mayTouch = true;
            var action = AuthRuleId.Edit("1", member, known.Value.FindText(member)?.Value, request.Operation.FindText(member)?.Value);
            var verdict = Permission.Check(request, state, action, isOwner);
            if (verdict is not RequestVerdict.Accepted)
                return verdict;
        }

        return mayTouch ? RequestVerdict.Ok : Refusals.State(request, null);
    }

    private static string? JudgeVersion(LedgerMap operation, string did) => (int?)operation.FindInteger("version")?.Value switch
    {
        1 when !BeginsWith(did, operation, key => key) => "Identifier with version 1 must be first 16 bytes of verkey",
        2 when !BeginsWith(did, operation, key => Sha256.Hash(key)) => "Identifier with version 2 must be first 16 bytes of SHA256 of verkey",
        _ => null,
    };

    private static bool BeginsWith(string did, LedgerMap operation, Func<byte[], byte[]> derive) =>
        operation.FindText("verkey") is { } verkey
        && Base58.TryDecode(verkey.Value, out var key)
        && Base58.Encode(derive(key).AsSpan(0, KeyPrefix)) == did;

    private static string? JudgeDocument(string text)
    {
        if (LedgerValue.Parse(Encoding.UTF8.GetBytes(text)) is not LedgerMap document)
            return "diddocContent must be an object";
        if (document.Find("id") is { } id and not LedgerNull && id is not LedgerText { Value.Length: 0 })
            return "diddocContent must not have `id` at root";
        return document.Any(member => member.Value is LedgerList list && list.Any(NamesVerkey))
            ? "diddocContent must not have object with `id` containing fragment `verkey`"
            : null;
    }

    private static bool NamesVerkey(LedgerValue item)
    {
        var id = (item as LedgerMap)?.FindText("id")?.Value;
        var hash = id?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        return hash >= 0 && id![(hash + 1)..] == "verkey";
    }
}

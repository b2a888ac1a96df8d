using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>NODE: a validator with its addresses and keys (specification 11.9).</summary>
public sealed class NodeHandler : TransactionHandler
{
    internal NodeHandler()
        : base("0", LedgerId.Pool)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var dest = request.Operation.FindText("dest")!.Value;
        if (!IsEd25519(dest))
            return Refusals.Form(request, $"Node's dest is not correct Ed25519 key. Dest: {dest}");
        if (request.Operation.FindText("verkey") is { } verkey && !IsEd25519(verkey.Value))
            return Refusals.Form(request, $"Node's verkey is not correct Ed25519 key. Verkey: {verkey.Value}");

        var data = request.Operation.FindMap("data")!;
        return JudgeBls(data.FindText("blskey")?.Value, data.FindText("blskey_pop")?.Value) is { } fault
            ? Refusals.Form(request, fault)
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var nodes = new NodeTable(state.Entries(Ledger, []));
        return nodes.Find(request.Operation.FindText("dest")!.Value) is { } known
            ? CheckChange(request, state, nodes, known)
            : CheckNew(request, state, nodes);
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        var key = StateKeys.Node(transaction.Data.FindText("dest")!.Value);
        var record = state.Get(Ledger, key) is { } known ? LedgerMap.Parse(known) : LedgerMap.Of(("identifier", transaction.From));
        foreach (var (member, value) in transaction.Data.FindMap("data") ?? LedgerMap.Empty)
            record = record.With(member, value);
        state.Set(Ledger, key, record.ToStateJsonBytes());
    }

    private RequestVerdict CheckNew(LedgerRequest request, BatchState state, NodeTable nodes)
    {
        var data = request.Operation.FindMap("data")!;
        if (nodes.JudgeNew(data, request.Author()) is { } fault)
            return Refusals.Permission(request, fault);
        var services = data.Find("services") ?? new LedgerList("VALIDATOR");
        return Permission.Check(request, state, AuthRuleId.Add(Type, "services", ReasonValues.Quoted(services)));
    }

    private RequestVerdict CheckChange(LedgerRequest request, BatchState state, NodeTable nodes, LedgerMap known)
    {
        var data = request.Operation.FindMap("data")!;
        if (nodes.JudgeChange(data, request.Operation.FindText("dest")!.Value) is { } fault)
            return Refusals.Permission(request, fault);

        var isOwner = known.FindText("identifier")?.Value == request.Author();
        foreach (var (member, value) in data.Where(member => member.Key is not ("alias" or "blskey_pop")))
        {
            var before = known.Find(member) ?? (member == "services" ? LedgerList.Empty : LedgerValue.Null);
            if (before == value)
                continue;
            var action = AuthRuleId.Edit(Type, member, ReasonValues.Plain(before), ReasonValues.Plain(value));
            var verdict = Permission.Check(request, state, action, isOwner);
            if (verdict is not RequestVerdict.Accepted)
                return verdict;
        }

        return RequestVerdict.Ok;
    }

    private static bool IsEd25519(string base58) =>
        Base58.TryDecode(base58, out var bytes) && PublicKey.TryImport(KeyType.Ed25519, bytes, out _);

    private static string? JudgeBls(string? key, string? proof)
    {
        if (key is null)
            return proof is null ? null : "A Proof of possession is not needed without BLS key";
        if (proof is null)
            return "A Proof of possession must be provided with BLS key";
        return BlsPublicKey.TryParse(key, out var publicKey) && BlsSignature.TryParse(proof, out var possession)
            && publicKey.VerifyPossession(possession)
            ? null
            : $"Proof of possession {proof} is incorrect for BLS key {key}";
    }
}

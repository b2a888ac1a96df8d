using System.Text;
using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_REVOC_REG_DELTA: what was issued and revoked between two times (specification 11.8).</summary>
public sealed class GetRevocRegDeltaHandler : QueryHandler
{
    internal GetRevocRegDeltaHandler()
        : base("117")
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var to = request.Operation.FindInteger("to")!;
        if (to.Value.Sign <= 0)
            return Refusals.Form(request, $"validation error [ClientGetRevocRegDeltaField]: cannot be smaller than 1 (to={ReasonValues.Quoted(to)})");
        return request.Operation.FindInteger("from") is { } from && from.Value > to.Value
            ? Refusals.Form(request, $"Timestamp FROM more then TO: {ReasonValues.Quoted(from)} > {ReasonValues.Quoted(to)}")
            : RequestVerdict.Ok;
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var registry = request.Operation.FindText("revocRegDefId")!.Value;
        var reader = new StateReader(ledgers, LedgerId.Domain);
        var asked = request.Operation.FindInteger("from") is not null;
        var to = Moment.Read(reader, registry, StateReader.Positive(request.Operation, "to")!.Value);
        var from = StateReader.Positive(request.Operation, "from") is { } time ? Moment.Read(reader, registry, time) : default;
        if (FindStrategy(reader, registry, to) is not { } strategy)
            return Results.Of(request, asked ? NothingYet(from) : null, WrittenBy.Nobody, to.Entry.Proof);

        var since = from.Exists ? from : default(Moment?);
        var shown = since is null ? to.Entry : to.Accumulator;
        var data = Describe(registry, to, since, strategy);
        if (StateReader.Positive(request.Operation, "from") is not null)
            data = WithBeginning(data, from);
        return Results.Of(request, data, WrittenBy.Of(shown.Map), shown.Proof);
    }

    private static RevocationStrategy? FindStrategy(StateReader reader, string registry, Moment to) =>
        to.Exists && to.Root is { } root && reader.Under(root, Encoding.UTF8.GetBytes(registry)) is { } definition
            ? RevocationStrategy.Of(LedgerMap.Parse(definition).Find("val"))
            : null;

    private static LedgerMap Describe(string registry, Moment to, Moment? since, RevocationStrategy strategy)
    {
        var entry = to.Entry.Map!.FindMap("val")!;
        var value = entry.FindMap("value")!;
        var (issued, revoked) = since is { } begin
            ? strategy.Difference(begin.Entry.Map!.FindMap("val")!.FindMap("value")!, value)
            : (value.FindList("issued") ?? LedgerList.Empty, value.FindList("revoked") ?? LedgerList.Empty);
        var shown = since is null ? entry : to.Accumulator.Map!.Find("val")!;
        return LedgerMap.Of(
            ("revocRegDefId", registry),
            ("revocDefType", entry.Find("revocDefType")!),
            ("value", LedgerMap.Of(("accum_to", shown), ("issued", issued), ("revoked", revoked))));
    }

    private static LedgerMap WithBeginning(LedgerMap data, Moment from) => data
        .With("stateProofFrom", (LedgerValue?)from.Accumulator.Proof ?? LedgerValue.Null)
        .With("value", data.FindMap("value")!.With("accum_from", from.Accumulator.Map?.Find("val") ?? LedgerValue.Null));

    private static LedgerMap NothingYet(Moment from) => LedgerMap.Of(
        ("stateProofFrom", (LedgerValue?)from.Accumulator.Proof ?? LedgerValue.Null),
        ("value", LedgerMap.Of(
            ("accum_to", LedgerValue.Null), ("accum_from", from.Accumulator.Map?.Find("val") ?? LedgerValue.Null))));

    /// <summary>A registry's entry and accumulator as they stood at one time.</summary>
    private readonly record struct Moment(Merkle.MerkleHash? Root, Found Entry, Found Accumulator)
    {
        public bool Exists => Entry.Value is not null && Accumulator.Value is not null;

        public static Moment Read(StateReader reader, string registry, long time) => new(
            reader.RootAt(time),
            reader.At(time, StateKeys.RevocationEntry(registry)),
            reader.At(time, StateKeys.RevocationAccumulator(registry)));
    }
}

using System.Text;
using GovID.Ledger.Queries.Internal;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Handlers;

/// <summary>GET_TXN_AUTHOR_AGREEMENT: the agreement in force, or one by version, digest or time (specification 11.11).</summary>
public sealed class GetAgreementHandler : QueryHandler
{
    private static readonly string[] Choices = ["version", "digest", "timestamp"];

    internal GetAgreementHandler()
        : base("6")
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckForm(LedgerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Choices.Count(request.Operation.Contains) <= 1
            ? RequestVerdict.Ok
            : Refusals.Form(request, "GET_TXN_AUTHOR_AGREEMENT request can have at most one of the following parameters: version, digest, timestamp");
    }

    /// <inheritdoc/>
    public override QueryAnswer Answer(LedgerRequest request, PoolLedgers ledgers)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ledgers);
        var reader = new StateReader(ledgers, LedgerId.Config);
        if (request.Operation.FindText("digest") is { } digest)
            return Results.OfWrapped(request, reader.Now(StateKeys.AgreementDigest(digest.Value)));
        if (request.Operation.FindInteger("timestamp") is not null)
        {
            var time = StateReader.Positive(request.Operation, "timestamp") ?? 0;
            return Follow(request, reader.At(time, StateKeys.AgreementLatest), key => reader.At(time, key));
        }

        var pointer = request.Operation.FindText("version") is { } version ? StateKeys.AgreementVersion(version.Value) : StateKeys.AgreementLatest;
        return Follow(request, reader.Now(pointer), reader.Now);
    }

    private static QueryAnswer Follow(LedgerRequest request, Found pointer, Func<byte[], Found> read)
    {
        LedgerMap? stored = pointer.Value is { } digest ? read(StateKeys.AgreementDigest(Encoding.UTF8.GetString(digest))).Map : null;
        return Results.Of(request, stored?.Find("val"), WrittenBy.Of(stored), pointer.Proof);
    }
}

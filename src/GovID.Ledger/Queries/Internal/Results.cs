using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Internal;

/// <summary>Builds results of queries (specification 7.3).</summary>
internal static class Results
{
    /// <summary>The operation's members, then the data, the asker, the transaction that wrote it, and the proof if there is one.</summary>
    public static QueryAnswer Of(LedgerRequest request, LedgerValue? data, WrittenBy written, LedgerMap? proof) =>
        new QueryAnswer.Reply(Build(request, data, written, proof));

    /// <summary>As <see cref="Of"/>; the operation's members are laid over the result once more.</summary>
    public static QueryAnswer OverlaidBy(LedgerRequest request, LedgerValue? data, WrittenBy written, LedgerMap? proof)
    {
        var result = Build(request, data, written, proof);
        foreach (var (member, value) in request.Operation)
            result = result.With(member, value);
        return new QueryAnswer.Reply(result);
    }

    /// <summary>The result for a value of the form <c>{"lsn","lut","val"}</c>.</summary>
    public static QueryAnswer OfWrapped(LedgerRequest request, Found found)
    {
        var stored = found.Map;
        return Of(request, stored?.Find("val"), WrittenBy.Of(stored), found.Proof);
    }

    private static LedgerMap Build(LedgerRequest request, LedgerValue? data, WrittenBy written, LedgerMap? proof)
    {
        var result = request.Operation
            .With("data", data ?? LedgerValue.Null)
            .With("identifier", request.Author())
            .With("reqId", new LedgerInteger(request.ReqId))
            .With("seqNo", written.SeqNo)
            .With("txnTime", written.Time);
        return proof is null ? result : result.With("state_proof", proof);
    }
}

/// <summary>The transaction that wrote a value; null values where nothing was found or, for genesis, no time is known.</summary>
internal readonly record struct WrittenBy(LedgerValue SeqNo, LedgerValue Time)
{
    /// <summary>Nothing wrote it.</summary>
    public static WrittenBy Nobody { get; } = new(LedgerValue.Null, LedgerValue.Null);

    /// <summary>Reads <c>lsn</c> and <c>lut</c>.</summary>
    public static WrittenBy Of(LedgerMap? stored) => Of(stored, "lsn", "lut");

    /// <summary>Reads the members of these names.</summary>
    public static WrittenBy Of(LedgerMap? stored, string seqNo, string time) => stored is null
        ? Nobody
        : new WrittenBy(stored.Find(seqNo) ?? LedgerValue.Null, stored.Find(time) ?? LedgerValue.Null);
}

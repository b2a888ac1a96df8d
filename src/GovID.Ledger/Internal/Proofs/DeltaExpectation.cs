using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>What the state must say about a revocation delta (specification 11.8, 13.3).</summary>
internal static class DeltaExpectation
{
    /// <summary>The entry at <c>to</c>: key 5 with its lists when the query has no <c>from</c>, else key 6.</summary>
    public static Expectation Of(ReplyParts parts)
    {
        if (parts.Asked("revocRegDefId") is not { } id)
            return Expectation.Refused(StateProofFault.OtherRequest, "The query names no registry.");

        var hasFrom = parts.AskedNumber("from") is not null;
        var key = hasFrom ? StateKeys.RevocationAccumulator(id) : StateKeys.RevocationEntry(id);
        if (parts.Data is LedgerNull)
            return new Expectation(key, null);
        if (parts.DataMap?.FindMap("value") is not { } value)
            return Expectation.Malformed("The data of a delta need the object value.");

        var last = value.Find("accum_to") ?? LedgerValue.Null;
        return CoversData(parts.DataMap, value, last as LedgerMap, hasFrom)
            ? new Expectation(key, parts.WrappedOrAbsent(last))
            : Expectation.Refused(StateProofFault.UnprovenMembers, "The delta's lists are not those of the proved entry.");
    }

    /// <summary>The accumulator at <c>from</c>, which the second proof shows.</summary>
    public static Expectation AtFrom(ReplyParts parts)
    {
        var key = StateKeys.RevocationAccumulator(parts.Asked("revocRegDefId") ?? string.Empty);
        return parts.DataMap?.FindMap("value")?.Find("accum_from") switch
        {
            null or LedgerNull => new Expectation(key, null),
            LedgerMap first => new Expectation(
                key, StateValues.Wrap(first, first.Find("seqNo") ?? LedgerValue.Null, first.Find("txnTime") ?? LedgerValue.Null)),
            _ => Expectation.Malformed("accum_from must be an object."),
        };
    }

    // Beside the proved entry the data repeat its lists and names. Without from they must be the entry's own; with from both proofs show
    // the same state, so nothing can have changed between them.
    private static bool CoversData(LedgerMap data, LedgerMap value, LedgerMap? last, bool hasFrom)
    {
        var lists = hasFrom ? null : last?.FindMap("value");
        return SameList(value, lists, "issued")
            && SameList(value, lists, "revoked")
            && SameMember(data, last, "revocRegDefId")
            && SameMember(data, last, "revocDefType");
    }

    private static bool SameList(LedgerMap value, LedgerMap? proved, string name) =>
        (value.Find(name) ?? LedgerList.Empty).Equals(proved?.Find(name) ?? LedgerList.Empty);

    private static bool SameMember(LedgerMap data, LedgerMap? proved, string name) =>
        data.Find(name) is not { } given || given.Equals(proved?.Find(name));
}

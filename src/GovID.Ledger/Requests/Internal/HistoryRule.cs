using System.Numerics;

namespace GovID.Ledger.Requests.Internal;

/// <summary>A query asks for a moment or for a sequence number, not both (specification 11.1, 11.2, 11.17).</summary>
internal static class HistoryRule
{
    public static void Check(BigInteger? timestamp, BigInteger? seqNo)
    {
        FieldRule.Require(timestamp is null || seqNo is null, "operation.seqNo", "is not given together with 'timestamp'");
        FieldRule.Require(timestamp is not { Sign: < 0 }, "operation.timestamp", "is a number of seconds since 1970");
        FieldRule.Require(seqNo is null or { Sign: > 0 }, "operation.seqNo", "is greater than 0");
    }
}

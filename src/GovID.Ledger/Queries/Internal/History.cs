using GovID.Ledger.Values;

namespace GovID.Ledger.Queries.Internal;

/// <summary>The rule of queries that may ask for the past.</summary>
internal static class History
{
    /// <summary>What is wrong with the members <c>seqNo</c> and <c>timestamp</c>, or null.</summary>
    public static string? Judge(LedgerMap operation) =>
        operation.FindInteger("timestamp") is { Value.IsZero: false } && operation.FindInteger("seqNo") is not null
            ? "seqNo and timestamp are mutually exclusive; only one should be specified"
            : null;
}

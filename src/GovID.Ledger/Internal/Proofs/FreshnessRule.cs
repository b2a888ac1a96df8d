
namespace GovID.Ledger.Internal.Proofs;

/// <summary>The freshness table of specification 13.3. Times are seconds since 1970.</summary>
internal static class FreshnessRule
{
    /// <summary>Says whether a signature is recent enough for what the query asks.</summary>
    /// <param name="parts">The query and its result.</param>
    /// <param name="signed">The time of the multi-signature.</param>
    /// <param name="signedFrom">The time of the second multi-signature of a delta; else the same.</param>
    /// <param name="now">The present time.</param>
    /// <param name="maxAge">The greatest age.</param>
    public static bool Holds(ReplyParts parts, long signed, long signedFrom, long now, long maxAge) => parts.Type switch
    {
        "3" => true,
        "116" => Within(parts.AskedNumber("timestamp") ?? now, signed, maxAge),
        "6" or "7" => Within(parts.AskedNumber("timestamp") ?? now, signed, maxAge),
        "117" => Within(parts.AskedNumber("to") ?? now, signed, maxAge)
            && (parts.AskedNumber("from") is not { } from || Within(from, signedFrom, maxAge)),
        _ => Within(now, signed, maxAge),
    };

    // Written without a sum, which a far-off time would overflow.
    private static bool Within(long moment, long signed, long maxAge) => moment <= signed || moment - signed <= maxAge;
}

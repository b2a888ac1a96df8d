namespace GovID.Ledger.Transactions.Internal;

/// <summary>The range of times, in seconds since 1970.</summary>
internal static class LedgerTime
{
    /// <summary>The last second of the year 9999.</summary>
    public const long Last = 253_402_300_799;
}

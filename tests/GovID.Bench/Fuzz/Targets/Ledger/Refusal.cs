using GovID.Ledger;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>What the ledger's parsers may answer to bad input, and what must hold for the good.</summary>
internal static class Refusal
{
    public static bool Is(Exception exception) => exception is LedgerException;

    public static void Unless(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException(what);
    }
}

using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>
/// Every value of a request must have a place in a transaction's leaf: integers of 64 bits (specification 1.3), and so few levels that
/// whatever is written around them can be read again.
/// </summary>
internal static class ValueBounds
{
    /// <summary>How deep lists and objects of a request may nest.</summary>
    public const int DeepestNesting = 48;

    /// <summary>The sentence about the first value that has none, or null.</summary>
    public static string? Check(LedgerMap message) =>
        Find(message, DeepestNesting) is { } found ? $"validation error [SafeRequest]: {found.Reason} ({found.Path})" : null;

    // The path is put together on the way back from a fault only: names are as long as the message, and it may have many values.
    private static Fault? Find(LedgerValue value, int depthLeft) => value switch
    {
        LedgerInteger number => number.TryGetInt64(out _) || number.TryGetUInt64(out _) ? null : new Fault("number out of 64 bits", string.Empty),
        LedgerMap or LedgerList when depthLeft == 0 => new Fault($"nests deeper than {DeepestNesting} levels", string.Empty),
        LedgerMap map => FindInMembers(map, depthLeft - 1),
        LedgerList list => list.Select(item => Find(item, depthLeft - 1)).FirstOrDefault(found => found is not null)?.Under("[]"),
        _ => null,
    };

    private static Fault? FindInMembers(LedgerMap map, int depthLeft)
    {
        foreach (var (name, value) in map)
        {
            if (Find(value, depthLeft) is { } found)
                return found.Under(name);
        }

        return null;
    }

    private sealed record Fault(string Reason, string Path)
    {
        public Fault Under(string step) => this with { Path = Path.Length == 0 || Path[0] == '[' ? step + Path : $"{step}.{Path}" };
    }
}

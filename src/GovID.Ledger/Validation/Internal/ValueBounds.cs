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
        Find(message, string.Empty, DeepestNesting) is { } found ? $"validation error [SafeRequest]: {found}" : null;

    private static string? Find(LedgerValue value, string path, int depthLeft) => value switch
    {
        LedgerInteger number => number.TryGetInt64(out _) || number.TryGetUInt64(out _) ? null : $"number out of 64 bits ({path})",
        LedgerMap or LedgerList when depthLeft == 0 => $"nests deeper than {DeepestNesting} levels ({path})",
        LedgerMap map => First(map.Select(member => (member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")), depthLeft),
        LedgerList list => First(list.Select(item => (item, $"{path}[]")), depthLeft),
        _ => null,
    };

    private static string? First(IEnumerable<(LedgerValue Value, string Path)> parts, int depthLeft) =>
        parts.Select(part => Find(part.Value, part.Path, depthLeft - 1)).FirstOrDefault(found => found is not null);
}

using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;

namespace GovID.Ledger.Transactions;

/// <summary>Which state of the domain and config ledgers stood at which second; the last batch of a second counts (specification 9.4).</summary>
public sealed class TimeStore
{
    private readonly Dictionary<LedgerId, SortedList<long, MerkleHash>> _roots = new()
    {
        [LedgerId.Domain] = [],
        [LedgerId.Config] = [],
    };

    /// <summary>Lists the seconds and roots of a ledger in order.</summary>
    /// <param name="ledger">Domain or config.</param>
    /// <returns>The entries; none for other ledgers.</returns>
    public IReadOnlyList<KeyValuePair<long, MerkleHash>> Entries(LedgerId ledger) => _roots.TryGetValue(ledger, out var roots) ? [.. roots] : [];

    /// <summary>Finds the root that stood at a time: that of the last batch not later.</summary>
    /// <param name="ledger">Domain or config.</param>
    /// <param name="time">Seconds since 1970.</param>
    /// <returns>The root, or null before the first batch.</returns>
    public MerkleHash? FindAt(LedgerId ledger, long time)
    {
        if (!_roots.TryGetValue(ledger, out var roots))
            return null;
        var (low, high) = (0, roots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (roots.Keys[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : roots.Values[low - 1];
    }

    internal void Set(LedgerId ledger, long time, MerkleHash root) => _roots[ledger][time] = root;
}

using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// Finds when each recorded item came. A batch's digest names the requests in it. Everything else lies between its neighbours of the same
/// file: by its number where that was read from a clock, else by where its number stands among counted ones.
/// </summary>
internal sealed class ReplayOrder
{
    private const long Nanoseconds = 1_000_000_000;
    private const int CountedGap = 16;
    private const int LongestRun = 16;

    private readonly IReadOnlyList<AuditRecord> _batches;
    private readonly IReadOnlyList<IReadOnlyList<RecordedItem>> _files;
    private readonly Dictionary<RecordedItem, int> _placed = [];
    private readonly HashSet<BigInteger> _counted = [];

    public ReplayOrder(IReadOnlyList<AuditRecord> batches, params IReadOnlyList<RecordedItem>[] files)
    {
        _batches = batches;
        _files = files;
        Requests = new IReadOnlyList<RecordedItem>?[batches.Count];
        FindCounted();
        FindBatches();
        foreach (var file in files)
            PlaceClocked(file);
        foreach (var file in files)
            PlaceCounted(file);
    }

    /// <summary>The requests of each batch; null where none of the recorded ones gives its digest.</summary>
    public IReadOnlyList<RecordedItem>?[] Requests { get; }

    /// <summary>The items that are in no batch and came after so many batches, in the order of their files.</summary>
    public IEnumerable<RecordedItem> After(int batches) =>
        _files.SelectMany(file => file).Where(item => !IsBatched(item) && _placed[item] == batches);

    private bool IsBatched(RecordedItem item) => Requests.Any(requests => requests?.Contains(item) == true);

    private void FindCounted()
    {
        var numbers = _files.SelectMany(file => file).Select(item => item.RequestId).OfType<BigInteger>().Distinct().Order().ToArray();
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] - numbers[i - 1] > CountedGap)
                continue;
            _counted.Add(numbers[i]);
            _counted.Add(numbers[i - 1]);
        }
    }

    private void FindBatches()
    {
        var open = _files.Take(2).SelectMany(file => file).Where(item => item.Digest is not null).ToList();
        for (var i = 0; i < _batches.Count; i++)
        {
            Requests[i] = FindRequests(_batches[i], open);
            foreach (var item in Requests[i] ?? [])
            {
                open.Remove(item);
                _placed[item] = i + 1;
            }
        }
    }

    private static RecordedItem[]? FindRequests(AuditRecord batch, List<RecordedItem> open)
    {
        if (DigestOf(batch, []) == batch.Digest)
            return [];
        if (open.Find(item => DigestOf(batch, [item]) == batch.Digest) is { } single)
            return [single];
        for (var start = 0; start < open.Count; start++)
        {
            for (var length = 2; length <= Math.Min(open.Count - start, LongestRun); length++)
            {
                var run = open.GetRange(start, length).ToArray();
                if (DigestOf(batch, run) == batch.Digest)
                    return run;
            }
        }

        return null;
    }

    private static string DigestOf(AuditRecord batch, RecordedItem[] items)
    {
        var text = string.Join(',', [batch.ViewNo.ToString(Invariant), batch.Time.ToString(Invariant), .. items.Select(item => item.Digest)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private void PlaceClocked(IReadOnlyList<RecordedItem> file)
    {
        foreach (var item in file.Where(item => !_placed.ContainsKey(item) && IsClocked(item)))
            _placed[item] = CountBatches(item);
    }

    private void PlaceCounted(IReadOnlyList<RecordedItem> file)
    {
        for (var i = 0; i < file.Count; i++)
        {
            if (_placed.ContainsKey(file[i]))
                continue;
            var least = i == 0 ? 0 : _placed[file[i - 1]];
            var most = file.Skip(i + 1).Where(_placed.ContainsKey).Select(item => _placed[item] - (IsBatched(item) ? 1 : 0)).FirstOrDefault(_batches.Count);
            _placed[file[i]] = PlaceBetween(file[i], least, Math.Max(least, most));
        }
    }

    /// <summary>After the last batch in the span whose request was counted before this item.</summary>
    private int PlaceBetween(RecordedItem item, int least, int most)
    {
        for (var batch = most; batch > least; batch--)
        {
            if (Requests[batch - 1] is [var first, ..] && IsCounted(first) && item.RequestId is { } number && first.RequestId <= number)
                return batch;
        }

        return least;
    }

    private int CountBatches(RecordedItem item)
    {
        for (var batch = _batches.Count; batch > 0; batch--)
        {
            if (SentAt(batch - 1) <= item.RequestId)
                return batch;
        }

        return 0;
    }

    // Of a batch whose request was counted only the second is known; what was read from a clock in that second counts as earlier.
    private BigInteger SentAt(int batch) => Requests[batch] is [var first, ..] && IsClocked(first)
        ? first.RequestId!.Value
        : new BigInteger(_batches[batch].Time + 1) * Nanoseconds;

    private bool IsClocked(RecordedItem item) =>
        item.RequestId is { } number && !_counted.Contains(number) && _batches.Count > 0
        && number >= new BigInteger(_batches[0].Time - 1) * Nanoseconds;

    private bool IsCounted(RecordedItem item) => item.RequestId is { } number && _counted.Contains(number);
}

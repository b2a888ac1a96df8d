using System.Diagnostics.CodeAnalysis;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>A map that forgets its oldest entries beyond a limit. Thread-safe.</summary>
internal sealed class RecentMap<TKey, TValue>(int limit, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _entries = new(comparer);
    private readonly Queue<TKey> _order = new();
    private readonly Lock _gate = new();

    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
            return _entries.TryGetValue(key, out value);
    }

    public void Add(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (!_entries.TryAdd(key, value))
                return;
            _order.Enqueue(key);
            if (_order.Count > limit)
                _entries.Remove(_order.Dequeue());
        }
    }
}

/// <summary>A set that forgets its oldest members beyond a limit. Thread-safe.</summary>
internal sealed class RecentSet<T>(int limit, IEqualityComparer<T> comparer)
    where T : notnull
{
    private readonly RecentMap<T, bool> _members = new(limit, comparer);

    public bool Contains(T member) => _members.TryFind(member, out _);

    public void Add(T member) => _members.Add(member, true);
}

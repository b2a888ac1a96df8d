using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace GovID.Cryptography.Mathematics;

/// <summary>Keeps fixed-base tables within a memory limit; those that were used longest ago go first. Safe for any number of threads.</summary>
public sealed class FixedBaseTableCache
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _recent = new();
    private readonly int _tableBytes;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="maximumBytes">The memory of all tables together.</param>
    /// <param name="tableBytes">The memory of one table, at most <see cref="FixedBaseTable.MaximumBytes"/>.</param>
    public FixedBaseTableCache(long maximumBytes, int tableBytes = FixedBaseTable.UsualBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tableBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tableBytes, FixedBaseTable.MaximumBytes);
        (MaximumBytes, _tableBytes) = (maximumBytes, tableBytes);
    }

    /// <summary>The limit.</summary>
    public long MaximumBytes { get; }

    /// <summary>The memory of the tables that are kept now; never above the limit.</summary>
    public long UsedBytes { get; private set; }

    /// <summary>Returns the kept table of a base, or computes and keeps it. A table above the whole limit is returned but not kept.</summary>
    /// <param name="context">The modulus.</param>
    /// <param name="base">The base.</param>
    /// <param name="exponentBits">The longest exponent; a kept table that is too short is replaced.</param>
    /// <param name="forSecrets">How the table is cut; the two kinds are kept apart.</param>
    public FixedBaseTable GetOrCreate(ModularContext context, BigInteger @base, int exponentBits, bool forSecrets = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        var key = new Key(context.Modulus, context.Reduce(@base), forSecrets);
        if (TryUse(key, exponentBits, out FixedBaseTable? kept)) return kept;

        // Two threads may compute the same table at the same time; the later one is kept, both are right.
        FixedBaseTable table = FixedBaseTable.Create(context, @base, exponentBits, forSecrets, _tableBytes);
        Keep(key, table);
        return table;
    }

    /// <summary>Drops every table; those in use stay valid for their users.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _recent.Clear();
            UsedBytes = 0;
        }
    }

    private bool TryUse(Key key, int exponentBits, [NotNullWhen(true)] out FixedBaseTable? table)
    {
        table = null;
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out LinkedListNode<Entry>? node) || node.Value.Table.MaximumBits < exponentBits) return false;
            _recent.Remove(node);
            _recent.AddFirst(node);
            table = node.Value.Table;
            return true;
        }
    }

    private void Keep(Key key, FixedBaseTable table)
    {
        if (table.SizeInBytes > MaximumBytes) return;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? older)) Drop(older);
            while (UsedBytes + table.SizeInBytes > MaximumBytes) Drop(_recent.Last!);
            _entries[key] = _recent.AddFirst(new Entry(key, table));
            UsedBytes += table.SizeInBytes;
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _recent.Remove(node);
        _entries.Remove(node.Value.Key);
        UsedBytes -= node.Value.Table.SizeInBytes;
    }

    private readonly record struct Key(BigInteger Modulus, BigInteger Base, bool ForSecrets);

    private readonly record struct Entry(Key Key, FixedBaseTable Table);
}

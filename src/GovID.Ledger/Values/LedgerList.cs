using System.Collections;
using System.Runtime.CompilerServices;

namespace GovID.Ledger.Values;

/// <summary>An ordered list of values.</summary>
public sealed class LedgerList : LedgerValue, IReadOnlyList<LedgerValue>
{
    private readonly LedgerValue[] _items;

    /// <summary>Makes a list from a copy of the values.</summary>
    /// <param name="items">The values; none may be a null reference.</param>
    [OverloadResolutionPriority(1)] // a single list is one item, not a sequence of its own items
    public LedgerList(params ReadOnlySpan<LedgerValue> items)
    {
        foreach (var item in items)
            ArgumentNullException.ThrowIfNull(item, nameof(items));
        _items = items.ToArray();
    }

    /// <summary>Makes a list from a sequence.</summary>
    /// <param name="items">The values; none may be a null reference.</param>
    public LedgerList(IEnumerable<LedgerValue> items)
        : this([.. items ?? throw new ArgumentNullException(nameof(items))], trusted: true)
    {
        foreach (var item in _items)
            ArgumentNullException.ThrowIfNull(item, nameof(items));
    }

    private LedgerList(LedgerValue[] items, bool trusted)
    {
        System.Diagnostics.Debug.Assert(trusted, "The array is handed over, not copied.");
        _items = items;
    }

    /// <summary>Gets the empty list.</summary>
    public static LedgerList Empty { get; } = new([], trusted: true);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public LedgerValue this[int index] => _items[index];

    /// <summary>Gets the values without copying.</summary>
    /// <returns>The values.</returns>
    public ReadOnlySpan<LedgerValue> AsSpan() => _items;

    /// <inheritdoc/>
    public IEnumerator<LedgerValue> GetEnumerator() => ((IEnumerable<LedgerValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    internal static LedgerList Own(LedgerValue[] items) => items.Length == 0 ? Empty : new LedgerList(items, trusted: true);

    private protected override bool EqualsSameKind(LedgerValue other) => AsSpan().SequenceEqual(((LedgerList)other).AsSpan());

    private protected override int ContentHash()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

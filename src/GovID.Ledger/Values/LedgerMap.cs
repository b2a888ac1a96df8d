using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Values;

/// <summary>
/// An object. Enumerates its members in the order received; both writers sort by code point (specification 1.1, 1.3). Member names are
/// unique. A map with integer keys, as audit transactions have them (specification 15), holds them as decimal texts.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name says which kind of ledger value it is.")]
public sealed class LedgerMap : LedgerValue, IReadOnlyCollection<KeyValuePair<string, LedgerValue>>
{
    private const int LinearSearchLimit = 12;

    private readonly KeyValuePair<string, LedgerValue>[] _members;
    private Dictionary<string, int>? _index;
    private int[]? _sorted;

    private LedgerMap(KeyValuePair<string, LedgerValue>[] members, bool hasIntegerKeys = false)
    {
        _members = members;
        HasIntegerKeys = hasIntegerKeys;
    }

    /// <summary>Gets the map without members.</summary>
    public static LedgerMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <summary>Gets a value indicating whether MessagePack writes the keys as integers; JSON writes them as texts all the same.</summary>
    public bool HasIntegerKeys { get; }

    /// <summary>Makes a map from name and value pairs.</summary>
    /// <param name="members">The members in order.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">A name occurs twice or has a lone surrogate.</exception>
    public static LedgerMap Of(params ReadOnlySpan<(string Key, LedgerValue Value)> members)
    {
        var copy = new KeyValuePair<string, LedgerValue>[members.Length];
        for (var i = 0; i < members.Length; i++)
            copy[i] = new(members[i].Key, members[i].Value);
        return Checked(copy);
    }

    /// <summary>Makes a map from a sequence of members.</summary>
    /// <param name="members">The members in order.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">A name occurs twice or has a lone surrogate.</exception>
    public static LedgerMap From(IEnumerable<KeyValuePair<string, LedgerValue>> members) => Checked([.. members]);

    /// <summary>Reads one JSON object strictly; see <see cref="LedgerValue.Parse(ReadOnlySpan{byte}, JsonLimits?)"/>.</summary>
    /// <param name="utf8">The whole input.</param>
    /// <param name="limits">The bounds; <see cref="JsonLimits.Document"/> when null.</param>
    /// <returns>The object.</returns>
    /// <exception cref="LedgerException">The input is refused, or is JSON but no object.</exception>
    public static new LedgerMap Parse(ReadOnlySpan<byte> utf8, JsonLimits? limits = null) => RequireMap(LedgerValue.Parse(utf8, limits));

    /// <summary>Reads one JSON object strictly from a text.</summary>
    /// <param name="json">The whole input.</param>
    /// <param name="limits">The bounds; <see cref="JsonLimits.Document"/> when null.</param>
    /// <returns>The object.</returns>
    /// <exception cref="LedgerException">The input is refused, or is JSON but no object.</exception>
    public static new LedgerMap Parse(string json, JsonLimits? limits = null) => RequireMap(LedgerValue.Parse(json, limits));

    /// <summary>Finds a member of any kind; a JSON null is found as <see cref="LedgerNull"/>.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The value, or null when there is no such member.</returns>
    public LedgerValue? Find(string key)
    {
        var at = IndexOf(key);
        return at < 0 ? null : _members[at].Value;
    }

    /// <summary>Says whether there is a member of this name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether there is.</returns>
    public bool Contains(string key) => IndexOf(key) >= 0;

    /// <summary>Finds a text.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The text, or null when the member is absent or of another kind.</returns>
    public LedgerText? FindText(string key) => Find(key) as LedgerText;

    /// <summary>Finds an integer.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The integer, or null when the member is absent or of another kind.</returns>
    public LedgerInteger? FindInteger(string key) => Find(key) as LedgerInteger;

    /// <summary>Finds an object.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The object, or null when the member is absent or of another kind.</returns>
    public LedgerMap? FindMap(string key) => Find(key) as LedgerMap;

    /// <summary>Finds a list.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The list, or null when the member is absent or of another kind.</returns>
    public LedgerList? FindList(string key) => Find(key) as LedgerList;

    /// <summary>Makes a copy with one member set: in its old place when the name exists, else at the end.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The new map.</returns>
    public LedgerMap With(string key, LedgerValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckKey(key);
        var at = IndexOf(key);
        var copy = new KeyValuePair<string, LedgerValue>[at < 0 ? _members.Length + 1 : _members.Length];
        _members.CopyTo(copy, 0);
        copy[at < 0 ? _members.Length : at] = new(key, value);
        return new LedgerMap(copy, HasIntegerKeys && IsIntegerKey(key));
    }

    /// <summary>Makes a copy without a member; the same map when there is none.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The new map.</returns>
    public LedgerMap Without(string key)
    {
        var at = IndexOf(key);
        if (at < 0)
            return this;

        var copy = new KeyValuePair<string, LedgerValue>[_members.Length - 1];
        _members.AsSpan(0, at).CopyTo(copy);
        _members.AsSpan(at + 1).CopyTo(copy.AsSpan(at));
        return new LedgerMap(copy, HasIntegerKeys);
    }

    /// <summary>Makes a copy whose keys MessagePack writes as integers.</summary>
    /// <returns>The new map.</returns>
    /// <exception cref="InvalidOperationException">A key is not a decimal 64-bit integer in its only form.</exception>
    public LedgerMap WithIntegerKeys()
    {
        foreach (var (key, _) in _members)
        {
            if (!IsIntegerKey(key))
                throw new InvalidOperationException($"The key '{key}' is no decimal integer.");
        }

        return new LedgerMap(_members, hasIntegerKeys: true);
    }

    /// <summary>Gets the members without copying, in the order received.</summary>
    /// <returns>The members.</returns>
    public ReadOnlySpan<KeyValuePair<string, LedgerValue>> AsSpan() => _members;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, LedgerValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, LedgerValue>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    /// <summary>Takes over an array whose names the caller knows to be well-formed; the first repeated name is reported.</summary>
    internal static LedgerMap? Own(KeyValuePair<string, LedgerValue>[] members, out string? duplicate)
    {
        var map = members.Length == 0 ? Empty : new LedgerMap(members);
        duplicate = map.FindDuplicate();
        return duplicate is null ? map : null;
    }

    internal static bool IsIntegerKey(string key) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), key, StringComparison.Ordinal);

    /// <summary>The positions of the members in writing order: by code point, or by number where the keys are integers.</summary>
    internal ReadOnlySpan<int> WritingOrder()
    {
        if (_sorted is { } known)
            return known;

        var order = new int[_members.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        if (HasIntegerKeys)
            Array.Sort(order, (x, y) => IntegerKey(x).CompareTo(IntegerKey(y)));
        else if (!IsSorted())
            Array.Sort(order, (x, y) => CodePointOrder.CompareTexts(_members[x].Key, _members[y].Key));
        _sorted = order;
        return order;
    }

    internal long IntegerKey(int position) => long.Parse(_members[position].Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private protected override bool EqualsSameKind(LedgerValue other)
    {
        var that = (LedgerMap)other;
        if (Count != that.Count || HasIntegerKeys != that.HasIntegerKeys)
            return false;

        foreach (var (key, value) in _members)
        {
            if (that.Find(key) is not { } theirs || !value.Equals(theirs))
                return false;
        }

        return true;
    }

    private protected override int ContentHash()
    {
        var sum = 17;
        foreach (var (key, value) in _members)
            sum = unchecked(sum + HashCode.Combine(string.GetHashCode(key, StringComparison.Ordinal), value));
        return sum;
    }

    private static LedgerMap Checked(KeyValuePair<string, LedgerValue>[] members)
    {
        foreach (var (key, value) in members)
        {
            CheckKey(key);
            ArgumentNullException.ThrowIfNull(value, nameof(members));
        }

        return Own(members, out var duplicate)
            ?? throw new ArgumentException($"The member '{duplicate}' occurs twice.", nameof(members));
    }

    private static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (LedgerText.HasLoneSurrogate(key))
            throw new ArgumentException("Half of a surrogate pair stands alone in a member name.", nameof(key));
    }

    private static LedgerMap RequireMap(LedgerValue value) => value as LedgerMap
        ?? throw new LedgerException(LedgerErrorCode.WrongType, "A JSON object is expected here.");

    private bool IsSorted()
    {
        for (var i = 1; i < _members.Length; i++)
        {
            if (CodePointOrder.CompareTexts(_members[i - 1].Key, _members[i].Key) > 0)
                return false;
        }

        return true;
    }

    private string? FindDuplicate()
    {
        if (_members.Length > LinearSearchLimit)
        {
            var index = new Dictionary<string, int>(_members.Length, StringComparer.Ordinal);
            for (var i = 0; i < _members.Length; i++)
            {
                if (!index.TryAdd(_members[i].Key, i))
                    return _members[i].Key;
            }

            _index = index;
            return null;
        }

        for (var i = 1; i < _members.Length; i++)
        {
            if (LinearIndexOf(_members.AsSpan(0, i), _members[i].Key) >= 0)
                return _members[i].Key;
        }

        return null;
    }

    private int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_members.Length <= LinearSearchLimit)
            return LinearIndexOf(_members, key);

        _index ??= BuildIndex();
        return _index.TryGetValue(key, out var at) ? at : -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(_members.Length, StringComparer.Ordinal);
        for (var i = 0; i < _members.Length; i++)
            index.Add(_members[i].Key, i);
        return index;
    }

    private static int LinearIndexOf(ReadOnlySpan<KeyValuePair<string, LedgerValue>> members, string key)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (string.Equals(members[i].Key, key, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

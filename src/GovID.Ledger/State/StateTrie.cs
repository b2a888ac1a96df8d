using GovID.Ledger.Internal.Trie;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.State;

/// <summary>
/// The state of a ledger: a persistent Patricia trie over SHA3-256 (specification 9). Writes collect in memory until the content is
/// frozen; frozen content is shared between all later versions and stays readable. One writer at a time; not synchronised.
/// </summary>
/// <remarks>
/// A validator applies a batch by <see cref="Set"/> and <see cref="Remove"/>, reads <see cref="Root"/>, gathers signatures over it and calls
/// <see cref="Commit()"/>, or <see cref="Rollback"/> when the batch fails. Several batches in flight are kept apart by <see cref="Freeze"/>
/// and <see cref="Restore"/>.
/// </remarks>
public sealed class StateTrie
{
    /// <summary>The longest key in bytes.</summary>
    public const int MaxKeyLength = 4096;

    /// <summary>The longest value in bytes: 1 MiB.</summary>
    public const int MaxValueLength = 1_048_576;

    private const int StackNibbles = 512;

    private readonly NodeArena _arena = new();
    private readonly RootIndex _roots;
    private NodeLink _content;
    private StateView _frozen;
    private StateView _committed;

    /// <summary>Creates the empty state; its root is committed from the start.</summary>
    public StateTrie()
    {
        _roots = new RootIndex(_arena);
        _committed = _frozen = new StateView(_arena, 0, NodeRlp.EmptyRoot);
        _roots.Add(_committed.Root, 0);
    }

    /// <summary>Gets the root of the state without entries.</summary>
    public static MerkleHash EmptyRoot => NodeRlp.EmptyRoot;

    /// <summary>Gets the root over the present content, uncommitted writes included. Reading it freezes the content: once for each batch.</summary>
    public MerkleHash Root => Freeze().Root;

    /// <summary>Gets the content as last committed.</summary>
    public StateView Committed => _committed;

    /// <summary>Gets the bytes of memory held for nodes and for the table of roots.</summary>
    public long MemoryBytes => _arena.MemoryBytes + _roots.MemoryBytes;

    /// <summary>Finds a value in the present content, uncommitted writes included.</summary>
    /// <param name="key">The state key.</param>
    /// <returns>A copy of the value, or null when the key is absent.</returns>
    public byte[]? Get(ReadOnlySpan<byte> key)
    {
        if (key.Length > MaxKeyLength)
            return null;

        Span<byte> nibbles = key.Length * 2 <= StackNibbles ? stackalloc byte[key.Length * 2] : new byte[key.Length * 2];
        Nibbles.Unpack(key, nibbles);
        var value = new TrieReader(_arena).Find(_content, key, nibbles);
        return value.IsEmpty ? null : value.ToArray();
    }

    /// <summary>Sets a value; an empty one removes the key (specification 9.1).</summary>
    /// <param name="key">The state key.</param>
    /// <param name="value">The value as stored, without the list that the trie wraps around it.</param>
    /// <exception cref="ArgumentException">Key or value are longer than their limits.</exception>
    public void Set(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        CheckKey(key);
        if (value.Length > MaxValueLength)
            throw new ArgumentException($"A state value has at most {MaxValueLength} bytes.", nameof(value));
        if (value.IsEmpty)
        {
            Remove(key);
            return;
        }

        Span<byte> nibbles = key.Length * 2 <= StackNibbles ? stackalloc byte[key.Length * 2] : new byte[key.Length * 2];
        Nibbles.Unpack(key, nibbles);
        if (!new TrieReader(_arena).Find(_content, key, nibbles).SequenceEqual(value))
            new TrieEditor(_arena).Set(ref _content, key, nibbles, value.ToArray());
    }

    /// <summary>Removes a key.</summary>
    /// <param name="key">The state key.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(ReadOnlySpan<byte> key)
    {
        if (key.Length > MaxKeyLength)
            return false;

        var nibbles = Nibbles.Of(key);
        if (new TrieReader(_arena).Find(_content, key, nibbles).IsEmpty)
            return false;

        new TrieEditor(_arena).Remove(ref _content, key, nibbles);
        return true;
    }

    /// <summary>Fixes the present content, uncommitted writes included, so that it can be read, proved and restored.</summary>
    /// <returns>The view; it is valid as long as the trie lives.</returns>
    public StateView Freeze()
    {
        if (_content.Pending is null && _content.Offset == _frozen.Node)
            return _frozen;

        TrieFreezer.Freeze(_arena, ref _content);
        _frozen = new StateView(_arena, _content.Offset, new NodeRlp(_arena).RootHash(_content.Offset));
        return _frozen;
    }

    /// <summary>Makes an earlier view of this trie the present content; what was written since is dropped.</summary>
    /// <param name="view">A view that <see cref="Freeze"/>, <see cref="At"/> or <see cref="Committed"/> of this trie gave.</param>
    public void Restore(StateView view)
    {
        CheckView(view);
        _frozen = view;
        _content = new NodeLink { Offset = view.Node };
    }

    /// <summary>Commits the present content: its root stays readable through <see cref="At"/>.</summary>
    /// <returns>The committed content.</returns>
    public StateView Commit() => Commit(Freeze());

    /// <summary>Commits an earlier view, such as the oldest of several batches in flight; the present content does not change.</summary>
    /// <param name="view">A view of this trie.</param>
    /// <returns>The committed content.</returns>
    public StateView Commit(StateView view)
    {
        CheckView(view);
        if (!_roots.TryFind(view.Root, out _))
            _roots.Add(view.Root, view.Node);
        _committed = view;
        return view;
    }

    /// <summary>Drops everything written since the last commit.</summary>
    public void Rollback() => Restore(_committed);

    /// <summary>Finds the content under a committed root (specification 9.4).</summary>
    /// <param name="root">The root.</param>
    /// <returns>The content, or null when no such root was committed.</returns>
    public StateView? At(MerkleHash root) => _roots.TryFind(root, out var node) ? new StateView(_arena, node, root) : null;

    /// <summary>Proves what the present content says about a key; see <see cref="StateView.Prove"/>.</summary>
    /// <param name="key">The state key.</param>
    /// <returns>The proof, without multi-signature.</returns>
    /// <exception cref="ArgumentException">The key is longer than <see cref="MaxKeyLength"/>.</exception>
    public StateProof Prove(ReadOnlySpan<byte> key) => Freeze().Prove(key);

    private void CheckView(StateView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.IsOf(_arena))
            throw new ArgumentException("The view belongs to another trie.", nameof(view));
    }

    internal static void CheckKey(ReadOnlySpan<byte> key)
    {
        if (key.Length > MaxKeyLength)
            throw new ArgumentException($"A state key has at most {MaxKeyLength} bytes.", nameof(key));
    }
}

using GovID.Ledger.Internal;
using GovID.Ledger.Internal.Trie;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.State;

/// <summary>
/// The content of a state trie at one moment. It never changes; any number of threads may read it while the trie goes on being written.
/// </summary>
public sealed class StateView
{
    private const int StackNibbles = 512;

    private readonly NodeArena _arena;

    internal StateView(NodeArena arena, uint node, MerkleHash root)
    {
        _arena = arena;
        Node = node;
        Root = root;
    }

    /// <summary>Gets the root hash (specification 9.1).</summary>
    public MerkleHash Root { get; }

    internal uint Node { get; }

    internal bool IsOf(NodeArena arena) => ReferenceEquals(_arena, arena);

    /// <summary>Finds a value.</summary>
    /// <param name="key">The state key.</param>
    /// <returns>A copy of the value, or null when the key is absent.</returns>
    public byte[]? Get(ReadOnlySpan<byte> key)
    {
        if (key.Length > StateTrie.MaxKeyLength)
            return null;

        Span<byte> nibbles = key.Length * 2 <= StackNibbles ? stackalloc byte[key.Length * 2] : new byte[key.Length * 2];
        Nibbles.Unpack(key, nibbles);
        var value = new TrieReader(_arena).FindStored(Node, key, nibbles, null);
        return value.IsEmpty ? null : value.ToArray();
    }

    /// <summary>Lists the entries whose keys begin with a prefix, in the order of their keys.</summary>
    /// <param name="prefix">The first bytes of the keys; empty for all.</param>
    /// <returns>Copies of keys and values.</returns>
    public IReadOnlyList<KeyValuePair<byte[], byte[]>> Entries(ReadOnlySpan<byte> prefix)
    {
        var reader = new TrieReader(_arena);
        var (offset, path) = reader.FindPrefix(Node, prefix);
        return reader.Entries(offset, path);
    }

    /// <summary>Proves what the state says about a key, present or absent (specification 9.2).</summary>
    /// <param name="key">The state key.</param>
    /// <returns>The nodes from the root to the key, or to where its path ends.</returns>
    /// <exception cref="ArgumentException">The key is longer than <see cref="StateTrie.MaxKeyLength"/>.</exception>
    public StateProof Prove(ReadOnlySpan<byte> key)
    {
        StateTrie.CheckKey(key);
        var passed = new List<(uint Offset, int Depth)>();
        _ = new TrieReader(_arena).FindStored(Node, key, Nibbles.Of(key), passed);
        var rlp = new NodeRlp(_arena);
        var nodes = new ByteWriter(stackalloc byte[4096]);
        try
        {
            if (passed.Count == 0)
                nodes.WriteByte(0x80);
            for (var i = 0; i < passed.Count; i++)
            {
                if (i == 0 || !rlp.IsEmbedded(passed[i].Offset, passed[i].Depth))
                    rlp.WriteNode(ref nodes, passed[i].Offset, passed[i].Depth);
            }

            var header = new ByteWriter(stackalloc byte[8]);
            RlpCodec.WriteListHeader(ref header, nodes.Length);
            header.Written.CopyTo(nodes.InsertAt(0, header.Length));
            return new StateProof(Root, nodes.ToArray(), null);
        }
        finally
        {
            nodes.Dispose();
        }
    }
}

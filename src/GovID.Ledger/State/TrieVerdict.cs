namespace GovID.Ledger.State;

/// <summary>Why the nodes of a trie proof were refused.</summary>
public enum TrieFault
{
    /// <summary>The proof has more bytes or nodes than any honest one.</summary>
    ProofTooLarge,

    /// <summary>The proof is not one RLP list of nodes in canonical form.</summary>
    MalformedNodes,

    /// <summary>A node is not in the only form a trie gives it: unknown path flags, empty extension, embedded node of 32 bytes or more.</summary>
    NotCanonicalNode,

    /// <summary>A node that the path needs is not in the proof; so are nodes that were changed or taken from another trie.</summary>
    MissingNode,

    /// <summary>A node of the proof is not on the path.</summary>
    SurplusNode,

    /// <summary>A node is listed twice or leads back to itself.</summary>
    LoopingNode,

    /// <summary>The value is not the list of one text that a state holds.</summary>
    MalformedValue,
}

/// <summary>What trie nodes prove about a key: <see cref="Present"/>, <see cref="Absent"/> or, when they prove nothing, <see cref="Rejected"/>.</summary>
public abstract record TrieVerdict
{
    private TrieVerdict()
    {
    }

    /// <summary>The key has this value.</summary>
    /// <param name="Value">The value as stored.</param>
    public sealed record Present(ReadOnlyMemory<byte> Value) : TrieVerdict;

    /// <summary>The key is not in the trie.</summary>
    public sealed record Absent : TrieVerdict
    {
        internal static readonly Absent Instance = new();
    }

    /// <summary>The nodes prove nothing.</summary>
    /// <param name="Fault">The reason.</param>
    public sealed record Rejected(TrieFault Fault) : TrieVerdict;
}

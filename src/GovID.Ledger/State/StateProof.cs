using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.State;

/// <summary>What a node sends to prove an answer: the root, the trie nodes and the pool's signature over the root (specification 7.3).</summary>
public sealed class StateProof
{
    /// <summary>The most bytes of proof nodes that are read: 1 MiB.</summary>
    public const int MaxProofBytes = 1_048_576;

    private readonly byte[] _proofNodes;

    internal StateProof(MerkleHash rootHash, byte[] proofNodes, MultiSignature? multiSignature)
    {
        RootHash = rootHash;
        _proofNodes = proofNodes;
        MultiSignature = multiSignature;
    }

    /// <summary>Gets the root of the trie the nodes belong to.</summary>
    public MerkleHash RootHash { get; }

    /// <summary>Gets the RLP list of the nodes (specification 9.2).</summary>
    public ReadOnlyMemory<byte> ProofNodes => _proofNodes;

    /// <summary>Gets the pool's signature, or null where only the trie matters.</summary>
    public MultiSignature? MultiSignature { get; }

    /// <summary>Reads the member <c>state_proof</c> of a reply. The nodes themselves are judged by <see cref="TrieProof"/>.</summary>
    /// <param name="map">The member.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="LedgerException">A member is missing, malformed or too large.</exception>
    public static StateProof Parse(LedgerMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var root = MerkleHash.Parse(Text(map, "root_hash"), "state_proof.root_hash");
        var nodes = DecodeNodes(Text(map, "proof_nodes"));
        var signature = map.Find("multi_signature") switch
        {
            null or LedgerNull => null,
            LedgerMap given => MultiSignature.Parse(given),
            _ => throw new LedgerException(LedgerErrorCode.WrongType, "multi_signature must be an object.", "state_proof.multi_signature"),
        };
        return new StateProof(root, nodes, signature);
    }

    /// <summary>Makes the same proof with the pool's signature over its root.</summary>
    /// <param name="multiSignature">The signature.</param>
    /// <returns>The proof.</returns>
    public StateProof WithMultiSignature(MultiSignature multiSignature)
    {
        ArgumentNullException.ThrowIfNull(multiSignature);
        return new StateProof(RootHash, _proofNodes, multiSignature);
    }

    /// <summary>Writes the member <c>state_proof</c> of a reply.</summary>
    /// <returns>The object.</returns>
    public LedgerMap ToMap()
    {
        var map = LedgerMap.Of(("root_hash", RootHash.ToString()), ("proof_nodes", Convert.ToBase64String(_proofNodes)));
        return MultiSignature is null ? map : map.With("multi_signature", MultiSignature.ToMap());
    }

    internal static byte[] DecodeNodes(string text)
    {
        const string Field = "state_proof.proof_nodes";
        if (text.Length > MaxProofBytes / 3 * 4)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"proof_nodes stand for more than {MaxProofBytes} bytes.", Field);

        var nodes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, nodes, out var length) || text.Length != (length + 2) / 3 * 4)
            throw new LedgerException(LedgerErrorCode.Malformed, "proof_nodes must be base64 with padding.", Field);
        return nodes[..length];
    }

    private static string Text(LedgerMap map, string name) => map.FindText(name)?.Value
        ?? throw new LedgerException(LedgerErrorCode.MissingMember, $"state_proof needs the text {name}.", $"state_proof.{name}");
}

namespace GovID.Ledger.Genesis;

/// <summary>What judging a node's BLS key came to.</summary>
public enum BlsKeyVerdict
{
    /// <summary>The key is one, and its proof of possession fits.</summary>
    Proven,

    /// <summary>The key is one; no proof of possession is given.</summary>
    Unproven,

    /// <summary>The node has no key: it takes no part in multi-signatures.</summary>
    Absent,

    /// <summary>The key is no point of the group: the node takes no part in multi-signatures.</summary>
    Invalid,

    /// <summary>The proof of possession does not fit the key.</summary>
    WrongProof,
}

namespace GovID.Ledger.Merkle;

/// <summary>Why a Merkle proof was refused.</summary>
public enum MerkleFault
{
    /// <summary>The position or the sizes cannot belong to one tree.</summary>
    SizesImpossible,

    /// <summary>The proof ends before the root is reached.</summary>
    TooFewHashes,

    /// <summary>The proof goes on after the root is reached.</summary>
    SurplusHashes,

    /// <summary>The hashes do not lead to the root, or not to the root of the larger tree.</summary>
    RootMismatch,

    /// <summary>The hashes do not lead to the root of the smaller tree.</summary>
    OldRootMismatch,
}

/// <summary>The answer to a Merkle proof: <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
public abstract record MerkleVerdict
{
    private MerkleVerdict()
    {
    }

    /// <summary>The proof holds.</summary>
    public sealed record Accepted : MerkleVerdict
    {
        internal static readonly Accepted Instance = new();
    }

    /// <summary>The proof does not hold.</summary>
    /// <param name="Fault">The reason.</param>
    public sealed record Rejected(MerkleFault Fault) : MerkleVerdict;
}

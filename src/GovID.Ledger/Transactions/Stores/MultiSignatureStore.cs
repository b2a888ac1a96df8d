using GovID.Ledger.Merkle;
using GovID.Ledger.State;

namespace GovID.Ledger.Transactions;

/// <summary>The multi-signatures over roots of states; a later one over the same root takes the place of the earlier (specification 10.6).</summary>
public sealed class MultiSignatureStore
{
    private readonly Dictionary<MerkleHash, MultiSignature> _signatures = [];

    /// <summary>Finds the multi-signature over a root.</summary>
    /// <param name="stateRoot">The root.</param>
    /// <returns>The multi-signature, or null.</returns>
    public MultiSignature? Find(MerkleHash stateRoot) => _signatures.GetValueOrDefault(stateRoot);

    /// <summary>Keeps a multi-signature under the root it covers. It is not verified here.</summary>
    /// <param name="stateRoot">The root.</param>
    /// <param name="signature">The multi-signature.</param>
    public void Set(MerkleHash stateRoot, MultiSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        _signatures[stateRoot] = signature;
    }
}

using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Bls;

namespace GovID.Ledger.State;

/// <summary>The validators' BLS keys by name, and how many of them must have signed (specification 1.4, 13.3).</summary>
public sealed class PoolKeys
{
    private readonly Dictionary<string, BlsPublicKey> _keys;

    /// <summary>Makes the set.</summary>
    /// <param name="keys">The keys of the active validators that have one, by alias.</param>
    /// <param name="nodeCount">The number of active validators, those without key included.</param>
    /// <exception cref="ArgumentException">There is no key, an alias occurs twice, or there are more keys than validators.</exception>
    public PoolKeys(IEnumerable<KeyValuePair<string, BlsPublicKey>> keys, int nodeCount)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = new Dictionary<string, BlsPublicKey>(keys, StringComparer.Ordinal);
        if (_keys.Count == 0 || _keys.Count > nodeCount)
            throw new ArgumentException("A pool has at least one key and at most one for each validator.", nameof(keys));
        NodeCount = nodeCount;
    }

    /// <summary>Gets the number of active validators, n.</summary>
    public int NodeCount { get; }

    /// <summary>Gets how many validators may fail or lie, f = (n - 1) / 3 rounded down.</summary>
    public int FaultLimit => (NodeCount - 1) / 3;

    /// <summary>
    /// Gets how many participants a multi-signature needs: all known keys but f, and in any case f + 1, so that one of them is honest
    /// even where keys are missing.
    /// </summary>
    public int RequiredParticipants => Math.Max(_keys.Count - FaultLimit, FaultLimit + 1);

    /// <summary>Finds a validator's key.</summary>
    /// <param name="alias">The validator's name.</param>
    /// <param name="key">The key, or null.</param>
    /// <returns>Whether the pool has such a validator with a key.</returns>
    public bool TryFind(string alias, [NotNullWhen(true)] out BlsPublicKey? key) => _keys.TryGetValue(alias, out key);
}

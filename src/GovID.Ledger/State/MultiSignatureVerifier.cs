using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.Internal;
using GovID.Ledger.Internal.Proofs;
using GovID.Ledger.Merkle;
using GovID.Cryptography.Hashing;

namespace GovID.Ledger.State;

/// <summary>Judges the pool's signatures over roots (specification 10.6, 13.3 step 4) and remembers those that verified. Thread-safe.</summary>
public sealed class MultiSignatureVerifier
{
    private const int MaxKnownSums = 64;

    private readonly PoolKeys _keys;
    private readonly RecentSet<MerkleHash> _verified;
    private readonly RecentMap<string, BlsPublicKey> _sums = new(MaxKnownSums, StringComparer.Ordinal);

    /// <summary>Creates a verifier for one pool.</summary>
    /// <param name="keys">The pool's keys.</param>
    /// <param name="maxRemembered">How many verified signatures are remembered.</param>
    public MultiSignatureVerifier(PoolKeys keys, int maxRemembered = 1024)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRemembered);
        _keys = keys;
        _verified = new RecentSet<MerkleHash>(maxRemembered, EqualityComparer<MerkleHash>.Default);
    }

    /// <summary>Judges participants, quorum and signature; not the age.</summary>
    /// <param name="signature">The multi-signature.</param>
    /// <returns>The verdict.</returns>
    public StateProofVerdict Verify(MultiSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var signedBytes = signature.Value.SignedBytes;
        var identity = IdentityOf(signature, signedBytes);
        if (_verified.Contains(identity))
            return new StateProofVerdict.Verified(signature);

        var shares = new List<BlsPublicKey>(signature.Participants.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alias in signature.Participants)
        {
            if (!seen.Add(alias))
                return Reject(StateProofFault.RepeatedParticipant, "A participant of the multi-signature is named twice.");
            if (!_keys.TryFind(alias, out var key))
                return Reject(StateProofFault.UnknownParticipant, "A participant of the multi-signature is no validator with a key.");
            shares.Add(key);
        }

        if (shares.Count < _keys.RequiredParticipants)
            return Reject(StateProofFault.TooFewParticipants, $"{shares.Count} validators signed; {_keys.RequiredParticipants} must.");
        if (!BlsSignature.TryParse(signature.Signature, out var point) || !SumOf(seen, shares).Verify(signedBytes, point))
            return Reject(StateProofFault.InvalidSignature, "The multi-signature does not verify.");

        _verified.Add(identity);
        return new StateProofVerdict.Verified(signature);
    }

    // Sums are kept because a key object that verified once verifies faster the next time.
    private BlsPublicKey SumOf(HashSet<string> aliases, List<BlsPublicKey> shares)
    {
        var name = string.Join('\0', aliases.Order(StringComparer.Ordinal));
        if (_sums.TryFind(name, out var known))
            return known;

        var sum = BlsPublicKey.Aggregate(shares);
        _sums.Add(name, sum);
        return sum;
    }

    private static MerkleHash IdentityOf(MultiSignature signature, ReadOnlySpan<byte> signedBytes)
    {
        Span<byte> digest = stackalloc byte[MerkleHash.Length];
        var writer = new ByteWriter(stackalloc byte[1024]);
        RlpCodec.WriteString(ref writer, signedBytes);
        RlpCodec.WriteString(ref writer, Encoding.UTF8.GetBytes(signature.Signature));
        foreach (var alias in signature.Participants)
            RlpCodec.WriteString(ref writer, Encoding.UTF8.GetBytes(alias));
        Sha256.Hash(writer.Written, digest);
        writer.Dispose();
        return new MerkleHash(digest);
    }

    private static StateProofVerdict.Rejected Reject(StateProofFault fault, string detail) => new(fault, detail);
}

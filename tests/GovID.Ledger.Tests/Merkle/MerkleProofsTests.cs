using GovID.Ledger.Merkle;

namespace GovID.Ledger.Tests.Merkle;

public sealed class MerkleProofsTests
{
    private static IEnumerable<MerkleHash[]> EachHashReplaced(MerkleHash[] proof, MerkleHash by)
    {
        for (var i = 0; i < proof.Length; i++)
        {
            if (proof[i] != by)
                yield return [.. proof[..i], by, .. proof[(i + 1)..]];
        }
    }

    private readonly MerkleLog _log = new();

    public MerkleProofsTests()
    {
        for (var i = 0; i < 40; i++)
            _log.Append([(byte)i]);
    }

    [Fact]
    public void Refuses_an_audit_path_with_a_hash_too_many_too_few_or_swapped()
    {
        for (var size = 1; size <= 40; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = _log.InclusionProof(index, size);
                Inclusion(index, size, [.. path, path.Length > 0 ? path[0] : default]).ShouldBe(MerkleFault.SurplusHashes);
                if (path.Length > 0)
                    Inclusion(index, size, path[..^1]).ShouldBe(MerkleFault.TooFewHashes);
                if (path.Length > 1)
                    Inclusion(index, size, [path[1], path[0], .. path[2..]]).ShouldBe(MerkleFault.RootMismatch);
            }
        }
    }

    [Fact]
    public void Refuses_an_audit_path_for_another_position_or_size()
    {
        var path = _log.InclusionProof(11, 30);

        Inclusion(11, 30, path).ShouldBeNull();
        Inclusion(10, 30, path).ShouldNotBeNull();
        Inclusion(11, 17, path).ShouldNotBeNull();
        Inclusion(30, 30, path).ShouldBe(MerkleFault.SizesImpossible);
        Inclusion(-1, 30, path).ShouldBe(MerkleFault.SizesImpossible);
    }

    [Fact]
    public void Refuses_consistency_proofs_with_a_hash_too_many_too_few_or_changed()
    {
        for (var second = 2; second <= 40; second++)
        {
            for (var first = 1; first < second; first++)
            {
                var proof = _log.ConsistencyProof(first, second);
                Consistency(first, second, [.. proof, proof[0]]).ShouldBe(MerkleFault.SurplusHashes);
                Consistency(first, second, proof[..^1]).ShouldNotBeNull();
                foreach (var changed in EachHashReplaced(proof, _log.LeafHash(39)))
                    Consistency(first, second, changed).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Refuses_an_empty_proof_between_different_sizes_and_hashes_between_equal_ones()
    {
        Consistency(4, 8, []).ShouldBe(MerkleFault.TooFewHashes);
        Consistency(5, 8, []).ShouldBe(MerkleFault.TooFewHashes);
        Consistency(8, 8, [_log.LeafHash(0)]).ShouldBe(MerkleFault.SurplusHashes);
        Consistency(8, 8, []).ShouldBeNull();
        Consistency(9, 8, []).ShouldBe(MerkleFault.SizesImpossible);
        Fault(MerkleProofs.VerifyConsistency(8, _log.RootAt(7), 8, _log.RootAt(8), [])).ShouldBe(MerkleFault.RootMismatch);
        Fault(MerkleProofs.VerifyConsistency(0, _log.RootAt(1), 8, _log.RootAt(8), [])).ShouldBe(MerkleFault.OldRootMismatch);
        Fault(MerkleProofs.VerifyConsistency(3, _log.RootAt(4), 8, _log.RootAt(8), _log.ConsistencyProof(3, 8)))
            .ShouldBe(MerkleFault.OldRootMismatch);
    }

    [Fact]
    public void Reads_hashes_from_base58_of_32_bytes_only()
    {
        var text = _log.Root.ToString();

        MerkleHash.Parse(text).ShouldBe(_log.Root);
        MerkleHash.TryParse(text[4..], out _).ShouldBeFalse();
        MerkleHash.TryParse(text + "1", out _).ShouldBeFalse();
        MerkleHash.TryParse("0" + text[4..], out _).ShouldBeFalse();
        MerkleHash.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<LedgerException>(() => MerkleHash.Parse("xyz", "merkleRoot")).Field.ShouldBe("merkleRoot");
    }

    private MerkleFault? Inclusion(int index, int size, MerkleHash[] path) =>
        Fault(MerkleProofs.VerifyInclusion(_log.LeafHash(Math.Clamp(index, 0, 39)), index, size, path, _log.RootAt(size)));

    private MerkleFault? Consistency(int first, int second, MerkleHash[] proof) =>
        Fault(MerkleProofs.VerifyConsistency(first, _log.RootAt(first), second, _log.RootAt(second), proof));

    private static MerkleFault? Fault(MerkleVerdict verdict) => (verdict as MerkleVerdict.Rejected)?.Fault;
}

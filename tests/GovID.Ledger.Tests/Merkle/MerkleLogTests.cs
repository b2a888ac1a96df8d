using System.Globalization;
using System.Text;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Tests.Merkle;

public sealed class MerkleLogTests
{
    private const int Most = 70;
    private static readonly byte[][] Leaves =
        [.. Enumerable.Range(1, Most).Select(i => Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)))];

    [Fact]
    public void Has_the_roots_of_the_definition_at_every_size()
    {
        var log = Filled(Most);

        for (var size = 0; size <= Most; size++)
        {
            Filled(size).Root.ShouldBe(NaiveTree.Root(Leaves.AsSpan(0, size)));
            log.RootAt(size).ShouldBe(NaiveTree.Root(Leaves.AsSpan(0, size)));
        }
    }

    [Fact]
    public void Proves_every_leaf_at_every_size_as_defined()
    {
        var log = Filled(Most);

        for (var size = 1; size <= Most; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = log.InclusionProof(index, size);
                path.ShouldBe(NaiveTree.Path(index, Leaves.AsSpan(0, size)));
                MerkleProofs.VerifyInclusion(log.LeafHash(index), index, size, path, log.RootAt(size))
                    .ShouldBeOfType<MerkleVerdict.Accepted>();
            }
        }
    }

    [Fact]
    public void Proves_every_pair_of_sizes_consistent_as_defined()
    {
        var log = Filled(Most);

        for (var second = 1; second <= Most; second++)
        {
            for (var first = 0; first <= second; first++)
            {
                var proof = log.ConsistencyProof(first, second);
                if (first > 0)
                    proof.ShouldBe(NaiveTree.Proof(first, Leaves.AsSpan(0, second)));
                MerkleProofs.VerifyConsistency(first, log.RootAt(first), second, log.RootAt(second), proof)
                    .ShouldBeOfType<MerkleVerdict.Accepted>();
            }
        }
    }

    [Fact]
    public void Goes_back_to_any_size_and_on_from_there()
    {
        for (var size = 0; size <= Most; size++)
        {
            var log = Filled(Most);
            log.Truncate(size);
            log.Size.ShouldBe(size);
            log.Root.ShouldBe(NaiveTree.Root(Leaves.AsSpan(0, size)));
            foreach (var leaf in Leaves.AsSpan(size))
                log.Append(leaf);
            log.Root.ShouldBe(NaiveTree.Root(Leaves));
        }
    }

    [Fact]
    public void Crosses_chunks_of_storage_without_a_seam()
    {
        var log = new MerkleLog();
        var direct = new MerkleLog();
        for (var i = 0; i < 5000; i++)
            direct.AppendHash(log.Append(BitConverter.GetBytes(i)));

        direct.Root.ShouldBe(log.Root);
        foreach (var (first, second) in ((int, int)[])[(1023, 1025), (1024, 4096), (2047, 4999), (8, 5000)])
        {
            var proof = log.ConsistencyProof(first, second);
            MerkleProofs.VerifyConsistency(first, log.RootAt(first), second, log.RootAt(second), proof)
                .ShouldBeOfType<MerkleVerdict.Accepted>();
        }

        log.MemoryBytes.ShouldBeLessThan(5000 * 45);
    }

    [Fact]
    public void Refuses_positions_and_sizes_outside_the_log()
    {
        var log = Filled(5);

        Should.Throw<ArgumentOutOfRangeException>(() => log.RootAt(6));
        Should.Throw<ArgumentOutOfRangeException>(() => log.RootAt(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => log.InclusionProof(5, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => log.InclusionProof(0, 6));
        Should.Throw<ArgumentOutOfRangeException>(() => log.ConsistencyProof(4, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => log.LeafHash(5));
        Should.Throw<ArgumentOutOfRangeException>(() => log.Truncate(6));
    }

    private static MerkleLog Filled(int size)
    {
        var log = new MerkleLog();
        foreach (var leaf in Leaves.AsSpan(0, size))
            log.Append(leaf);
        return log;
    }
}

using GovID.Cryptography.Hashing;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal;

/// <summary>The hashes of specification 8.1: leaves are prefixed with 00, nodes with 01.</summary>
internal static class TreeHasher
{
    private const int StackLimit = 1024;

    public static MerkleHash Empty { get; } = new(Sha256.Hash([]));

    public static MerkleHash Leaf(ReadOnlySpan<byte> leaf)
    {
        Span<byte> digest = stackalloc byte[MerkleHash.Length];
        var writer = new ByteWriter(stackalloc byte[StackLimit]);
        writer.WriteByte(0);
        writer.Write(leaf);
        Sha256.Hash(writer.Written, digest);
        writer.Dispose();
        return new MerkleHash(digest);
    }

    public static MerkleHash Node(in MerkleHash left, in MerkleHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * MerkleHash.Length)];
        Span<byte> digest = stackalloc byte[MerkleHash.Length];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + MerkleHash.Length)..]);
        Sha256.Hash(input, digest);
        return new MerkleHash(digest);
    }
}

using System.Security.Cryptography;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Tests.Merkle;

/// <summary>RFC 6962 section 2.1 word for word: slow, recursive, and written without a look at the log.</summary>
internal static class NaiveTree
{
    public static MerkleHash Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.IsEmpty)
            return new MerkleHash(SHA256.HashData([]));
        if (leaves.Length == 1)
            return new MerkleHash(SHA256.HashData([0, .. leaves[0]]));
        var k = Split(leaves.Length);
        return new MerkleHash(SHA256.HashData([1, .. Root(leaves[..k]).ToArray(), .. Root(leaves[k..]).ToArray()]));
    }

    public static MerkleHash[] Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var k = Split(leaves.Length);
        return m < k
            ? [.. Path(m, leaves[..k]), Root(leaves[k..])]
            : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static MerkleHash[] Proof(int m, ReadOnlySpan<byte[]> leaves) => SubProof(m, leaves, true);

    private static MerkleHash[] SubProof(int m, ReadOnlySpan<byte[]> leaves, bool isWhole)
    {
        if (m == leaves.Length)
            return isWhole ? [] : [Root(leaves)];
        var k = Split(leaves.Length);
        return m <= k
            ? [.. SubProof(m, leaves[..k], isWhole), Root(leaves[k..])]
            : [.. SubProof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}

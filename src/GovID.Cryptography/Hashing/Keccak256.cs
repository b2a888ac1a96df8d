using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Hashing;

/// <summary>Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with the original padding instead of SHA-3's.</summary>
public static class Keccak256
{
    /// <summary>The length of a digest in bytes.</summary>
    public const int Length = 32;

    /// <summary>Returns the digest of <paramref name="data"/>.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var digest = new byte[Length];
        Hash(data, digest);
        return digest;
    }

    /// <summary>Writes the digest of <paramref name="data"/> to the first <see cref="Length"/> bytes of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Length"/>.</exception>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        if (destination.Length < Length) throw new ArgumentException($"The destination needs {Length} bytes.", nameof(destination));
        Keccak.Hash(data, destination[..Length], Keccak.OriginalSuffix);
    }
}

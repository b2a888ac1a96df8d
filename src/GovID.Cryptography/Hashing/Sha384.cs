using System.Security.Cryptography;

namespace GovID.Cryptography.Hashing;

/// <summary>SHA-384 (FIPS 180-4 section 6.5).</summary>
public static class Sha384
{
    /// <summary>The length of a digest in bytes.</summary>
    public const int Length = 48;

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
        SHA384.HashData(data, destination);
    }
}

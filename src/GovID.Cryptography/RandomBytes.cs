using System.Numerics;
using System.Security.Cryptography;

namespace GovID.Cryptography;

/// <summary>Unpredictable bytes and numbers from the operating system's generator.</summary>
public static class RandomBytes
{
    /// <summary>The most bytes one call returns: 16 MiB.</summary>
    public const int MaximumCount = 16 * 1024 * 1024;

    /// <summary>Returns <paramref name="count"/> fresh random bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above <see cref="MaximumCount"/>.</exception>
    public static byte[] Get(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumCount);
        return RandomNumberGenerator.GetBytes(count);
    }

    /// <summary>Fills <paramref name="destination"/> with fresh random bytes.</summary>
    public static void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);

    /// <summary>Returns a number that is uniform in [0, <paramref name="limit"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return RandomNumberGenerator.GetInt32(limit);
    }

    /// <summary>Returns a number that is uniform in [0, <paramref name="limit"/>), by rejection: no modulo bias.</summary>
    /// <remarks>The result is an ordinary <see cref="BigInteger"/>, which nobody can wipe: use it for public numbers such as nonces.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive or has more than 65,536 bits.</exception>
    public static BigInteger Below(BigInteger limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, BigInteger.One);
        var highest = limit - BigInteger.One;
        var bits = (int)long.Min(highest.GetBitLength(), int.MaxValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 65_536, nameof(limit));
        Span<byte> bytes = new byte[(bits + 7) / 8];
        var topMask = (byte)(0xff >> ((8 - (bits % 8)) % 8));
        while (true)
        {
            RandomNumberGenerator.Fill(bytes);
            if (bytes.Length > 0) bytes[0] &= topMask;
            var candidate = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
            if (candidate <= highest) return candidate;
        }
    }
}

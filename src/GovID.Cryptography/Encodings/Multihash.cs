using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Encodings;

/// <summary>A digest that says its own hash function: code, length, digest (multihash specification).</summary>
/// <remarks>Only whole digests of the functions in <see cref="MultihashAlgorithm"/>; truncated digests and trailing bytes are refused.</remarks>
public static class Multihash
{
    /// <summary>Hashes <paramref name="content"/> and returns the digest as a multihash.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm is none of the enumeration.</exception>
    public static byte[] Of(MultihashAlgorithm algorithm, ReadOnlySpan<byte> content) => Encode(algorithm, Digest(algorithm, content));

    /// <summary>Puts code and length in front of a digest.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not the length of the algorithm's digest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm is none of the enumeration.</exception>
    public static byte[] Encode(MultihashAlgorithm algorithm, ReadOnlySpan<byte> digest)
    {
        var expected = LengthOf(algorithm) ?? throw new ArgumentOutOfRangeException(nameof(algorithm));
        if (digest.Length != expected)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A {algorithm} digest has {expected} bytes; this one has {digest.Length}.", "digest");
        return [(byte)algorithm, (byte)expected, .. digest];
    }

    /// <summary>Reads a multihash.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Unsupported"/>: another hash function;
    /// <see cref="CryptoErrorCode.Malformed"/>: cut, too long, or a length that is not the function's.</exception>
    public static (MultihashAlgorithm Algorithm, byte[] Digest) Decode(ReadOnlySpan<byte> value)
    {
        if (TryDecode(value, out var algorithm, out var digest)) return (algorithm, digest);
        throw Varint.TryRead(value, out var code, out _) && (code > 0xff || LengthOf((MultihashAlgorithm)code) is null)
            ? new CryptoException(CryptoErrorCode.Unsupported, $"The multihash names hash function 0x{code:x}, which is not read here.", "algorithm")
            : new CryptoException(CryptoErrorCode.Malformed, "The multihash is cut, too long, or has a length that is not its function's.", "digest");
    }

    /// <summary>Reads a multihash; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, out MultihashAlgorithm algorithm, [NotNullWhen(true)] out byte[]? digest)
    {
        digest = null;
        algorithm = default;
        if (value.Length < 2 || LengthOf((MultihashAlgorithm)value[0]) is not { } length) return false;
        if (value[1] != length || value.Length != 2 + length) return false;
        algorithm = (MultihashAlgorithm)value[0];
        digest = value[2..].ToArray();
        return true;
    }

    /// <summary>Tells whether <paramref name="value"/> is a readable multihash of <paramref name="content"/>.</summary>
    public static bool Matches(ReadOnlySpan<byte> value, ReadOnlySpan<byte> content) =>
        TryDecode(value, out var algorithm, out var digest) && ConstantTime.AreEqual(digest, Digest(algorithm, content));

    private static byte[] Digest(MultihashAlgorithm algorithm, ReadOnlySpan<byte> content) => algorithm switch
    {
        MultihashAlgorithm.Sha256 => Sha256.Hash(content),
        MultihashAlgorithm.Sha512 => Sha512.Hash(content),
        MultihashAlgorithm.Sha384 => Sha384.Hash(content),
        MultihashAlgorithm.Sha3Of256 => Sha3_256.Hash(content),
        MultihashAlgorithm.Keccak256 => Keccak256.Hash(content),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    private static int? LengthOf(MultihashAlgorithm algorithm) => algorithm switch
    {
        MultihashAlgorithm.Sha256 or MultihashAlgorithm.Sha3Of256 or MultihashAlgorithm.Keccak256 => 32,
        MultihashAlgorithm.Sha384 => 48,
        MultihashAlgorithm.Sha512 => 64,
        _ => null,
    };
}

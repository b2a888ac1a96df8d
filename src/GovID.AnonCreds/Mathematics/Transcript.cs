using System.Buffers;
using System.Numerics;
using GovID.Cryptography.Hashing;

namespace GovID.AnonCreds.Mathematics;

/// <summary>What a challenge hashes: bytes one after the other, without lengths or separators (specification 1.1).</summary>
internal sealed class Transcript
{
    private const int InitialCapacity = 4096;

    private readonly ArrayBufferWriter<byte> _bytes = new(InitialCapacity);

    /// <summary>Appends BYTES(x): the magnitude, big-endian, without leading zero bytes; nothing for zero.</summary>
    public Transcript Append(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        if (magnitude.IsZero)
            return this;
        var length = magnitude.GetByteCount(isUnsigned: true);
        magnitude.TryWriteBytes(_bytes.GetSpan(length), out var written, isUnsigned: true, isBigEndian: true);
        _bytes.Advance(written);
        return this;
    }

    /// <summary>Appends every number in order.</summary>
    public Transcript Append(params ReadOnlySpan<BigInteger> values)
    {
        foreach (var value in values)
            Append(value);
        return this;
    }

    /// <summary>Appends bytes as they are.</summary>
    public Transcript Append(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>Everything appended so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>SHA-256 over everything, as an unsigned big-endian integer.</summary>
    public BigInteger Challenge() => new(Sha256.Hash(_bytes.WrittenSpan), isUnsigned: true, isBigEndian: true);

    /// <summary>BYTES(x) as an array of its own.</summary>
    public static byte[] Bytes(BigInteger value) =>
        value.IsZero ? [] : BigInteger.Abs(value).ToByteArray(isUnsigned: true, isBigEndian: true);
}

using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Writes the part of MessagePack that proof values use, always in the shortest form (specification 11).</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public PackWriter Nil() => Byte(PackFormat.Nil);

    public PackWriter Array(int count) => count <= PackFormat.MaximumFixArray
        ? Byte((byte)(PackFormat.FixArray | count))
        : Sized(PackFormat.Array16, PackFormat.Array32, count);

    public PackWriter Map(int count) => count <= PackFormat.MaximumFixMap
        ? Byte((byte)(PackFormat.FixMap | count))
        : Sized(PackFormat.Map16, PackFormat.Map32, count);

    public PackWriter Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length <= PackFormat.MaximumFixText)
            Byte((byte)(PackFormat.FixText | utf8.Length));
        else if (utf8.Length <= byte.MaxValue)
            Byte(PackFormat.Text8).Byte((byte)utf8.Length);
        else
            Sized(PackFormat.Text16, PackFormat.Text32, utf8.Length);
        _bytes.Write(utf8);
        return this;
    }

    public PackWriter Integer(long value) => value < 0 ? Negative(value) : Integer((ulong)value);

    public PackWriter Integer(ulong value)
    {
        switch (value)
        {
            case <= PackFormat.MaximumFixInteger:
                return Byte((byte)value);
            case <= byte.MaxValue:
                return Byte(PackFormat.Unsigned8).Byte((byte)value);
            case <= ushort.MaxValue:
                Byte(PackFormat.Unsigned16);
                BinaryPrimitives.WriteUInt16BigEndian(Take(sizeof(ushort)), (ushort)value);
                return this;
            case <= uint.MaxValue:
                Byte(PackFormat.Unsigned32);
                BinaryPrimitives.WriteUInt32BigEndian(Take(sizeof(uint)), (uint)value);
                return this;
            default:
                Byte(PackFormat.Unsigned64);
                BinaryPrimitives.WriteUInt64BigEndian(Take(sizeof(ulong)), value);
                return this;
        }
    }

    /// <summary>Bytes as an array of integers, which is how the format writes big integers, points and scalars.</summary>
    public PackWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        Array(bytes.Length);
        foreach (var value in bytes)
            Integer((ulong)value);
        return this;
    }

    /// <summary>A big integer as BYTES(x), which has no sign.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.CannotPresent"/>: the integer is negative.</exception>
    public PackWriter Number(BigInteger value) => value.Sign >= 0
        ? Bytes(Transcript.Bytes(value))
        : throw new AnonCredsException(AnonCredsErrorCode.CannotPresent, "The W3C form cannot carry a negative integer.");

    public PackWriter Point(G1Point point) => Bytes(point.ToBytes());

    public PackWriter Point(G2Point point) => Bytes(point.ToBytes());

    public PackWriter Scalar(Scalar scalar) => Bytes(scalar.ToBytes());

    private PackWriter Negative(long value)
    {
        switch (value)
        {
            case >= PackFormat.MinimumFixInteger:
                return Byte(unchecked((byte)value));
            case >= sbyte.MinValue:
                return Byte(PackFormat.Signed8).Byte(unchecked((byte)value));
            case >= short.MinValue:
                Byte(PackFormat.Signed16);
                BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)value);
                return this;
            case >= int.MinValue:
                Byte(PackFormat.Signed32);
                BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), (int)value);
                return this;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private PackWriter Sized(byte with16, byte with32, int length)
    {
        if (length <= ushort.MaxValue)
        {
            Byte(with16);
            BinaryPrimitives.WriteUInt16BigEndian(Take(sizeof(ushort)), (ushort)length);
            return this;
        }

        Byte(with32);
        BinaryPrimitives.WriteUInt32BigEndian(Take(sizeof(uint)), (uint)length);
        return this;
    }

    private PackWriter Byte(byte value)
    {
        Take(1)[0] = value;
        return this;
    }

    private Span<byte> Take(int count)
    {
        var span = _bytes.GetSpan(count)[..count];
        _bytes.Advance(count);
        return span;
    }
}

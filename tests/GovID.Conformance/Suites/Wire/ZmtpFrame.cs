using System.Buffers.Binary;

namespace GovID.Conformance.Suites.Wire;

/// <summary>One frame of ZMTP 3 (specification 3.2): flags, length, body; nothing after it.</summary>
internal sealed record ZmtpFrame(bool IsCommand, byte[] Body)
{
    private const int Long = 2;
    private const int Command = 4;

    public static ZmtpFrame Parse(ReadOnlySpan<byte> bytes)
    {
        Check.That("frame", bytes.Length >= 2, "is shorter than two bytes");
        var flags = bytes[0];
        Check.That("flags", (flags & ~(Long | Command)) == 0, "has MORE or an unknown bit");
        var isLong = (flags & Long) != 0;
        var header = isLong ? 9 : 2;
        Check.That("frame", bytes.Length >= header, "ends within its length");
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]) : bytes[1];
        Check.Equal("length", (ulong)(bytes.Length - header), length);
        Check.Equal("LONG", length > byte.MaxValue, isLong);
        return new ZmtpFrame((flags & Command) != 0, bytes[header..].ToArray());
    }
}

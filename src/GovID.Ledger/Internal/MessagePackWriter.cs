using System.Buffers.Binary;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal;

/// <summary>Writes ledger MessagePack (specification 1.3): shortest forms, map keys sorted at every level.</summary>
internal static class MessagePackWriter
{
    public static void Write(ref ByteWriter writer, LedgerValue value)
    {
        switch (value)
        {
            case LedgerText text:
                WriteText(ref writer, text.Value);
                break;
            case LedgerInteger integer:
                WriteInteger(ref writer, integer);
                break;
            case LedgerMap map:
                WriteMap(ref writer, map);
                break;
            case LedgerList list:
                WriteHeader(ref writer, list.Count, new Family(0x90, 15, 0, 0xdc));
                foreach (var item in list.AsSpan())
                    Write(ref writer, item);
                break;
            case LedgerBytes bytes:
                WriteHeader(ref writer, bytes.Span.Length, new Family(0, -1, 0xc4, 0xc5));
                writer.Write(bytes.Span);
                break;
            case LedgerBoolean boolean:
                writer.WriteByte((byte)(boolean.Value ? 0xc3 : 0xc2));
                break;
            case LedgerFloat number:
                writer.WriteByte(0xcb);
                BinaryPrimitives.WriteDoubleBigEndian(writer.Reserve(8), number.Value);
                break;
            default:
                writer.WriteByte(0xc0);
                break;
        }
    }

    private static void WriteMap(ref ByteWriter writer, LedgerMap map)
    {
        WriteHeader(ref writer, map.Count, new Family(0x80, 15, 0, 0xde));
        var members = map.AsSpan();
        foreach (var position in map.WritingOrder())
        {
            if (map.HasIntegerKeys)
                WriteSigned(ref writer, map.IntegerKey(position));
            else
                WriteText(ref writer, members[position].Key);
            Write(ref writer, members[position].Value);
        }
    }

    private static void WriteText(ref ByteWriter writer, string text)
    {
        WriteHeader(ref writer, Encoding.UTF8.GetByteCount(text), new Family(0xa0, 31, 0xd9, 0xda));
        writer.WriteUtf8(text);
    }

    private static void WriteHeader(ref ByteWriter writer, int length, Family family)
    {
        if (length <= family.FixedLimit)
        {
            writer.WriteByte((byte)(family.Fixed | length));
        }
        else if (family.Short != 0 && length <= byte.MaxValue)
        {
            writer.WriteByte(family.Short);
            writer.WriteByte((byte)length);
        }
        else if (length <= ushort.MaxValue)
        {
            writer.WriteByte(family.Medium);
            BinaryPrimitives.WriteUInt16BigEndian(writer.Reserve(2), (ushort)length);
        }
        else
        {
            writer.WriteByte((byte)(family.Medium + 1));
            BinaryPrimitives.WriteUInt32BigEndian(writer.Reserve(4), (uint)length);
        }
    }

    private static void WriteInteger(ref ByteWriter writer, LedgerInteger integer)
    {
        if (integer.TryGetUInt64(out var positive))
            WriteUnsigned(ref writer, positive);
        else if (integer.TryGetInt64(out var negative))
            WriteSigned(ref writer, negative);
        else
            throw new LedgerException(LedgerErrorCode.NotRepresentable, "An integer needs more than 64 bits; no transaction can carry it.");
    }

    private static void WriteSigned(ref ByteWriter writer, long value)
    {
        switch (value)
        {
            case >= 0:
                WriteUnsigned(ref writer, (ulong)value);
                break;
            case >= -32:
                writer.WriteByte(unchecked((byte)value));
                break;
            case >= sbyte.MinValue:
                writer.WriteByte(0xd0);
                writer.WriteByte(unchecked((byte)value));
                break;
            case >= short.MinValue:
                writer.WriteByte(0xd1);
                BinaryPrimitives.WriteInt16BigEndian(writer.Reserve(2), (short)value);
                break;
            case >= int.MinValue:
                writer.WriteByte(0xd2);
                BinaryPrimitives.WriteInt32BigEndian(writer.Reserve(4), (int)value);
                break;
            default:
                writer.WriteByte(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(writer.Reserve(8), value);
                break;
        }
    }

    private static void WriteUnsigned(ref ByteWriter writer, ulong value)
    {
        switch (value)
        {
            case < 0x80:
                writer.WriteByte((byte)value);
                break;
            case <= byte.MaxValue:
                writer.WriteByte(0xcc);
                writer.WriteByte((byte)value);
                break;
            case <= ushort.MaxValue:
                writer.WriteByte(0xcd);
                BinaryPrimitives.WriteUInt16BigEndian(writer.Reserve(2), (ushort)value);
                break;
            case <= uint.MaxValue:
                writer.WriteByte(0xce);
                BinaryPrimitives.WriteUInt32BigEndian(writer.Reserve(4), (uint)value);
                break;
            default:
                writer.WriteByte(0xcf);
                BinaryPrimitives.WriteUInt64BigEndian(writer.Reserve(8), value);
                break;
        }
    }

    /// <summary>The first bytes of one family: fixed form, 8-bit form (0: none), 16-bit form; the 32-bit form follows the 16-bit one.</summary>
    private readonly record struct Family(byte Fixed, int FixedLimit, byte Short, byte Medium);
}

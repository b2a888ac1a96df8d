using System.Buffers.Binary;
using System.Text;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>
/// Reads the part of MessagePack that proof values use: nil, integers, texts, arrays, maps with text keys. Only the shortest form of each is
/// accepted, so that one value has one text. Lengths are compared with what is left before anything is allocated.
/// </summary>
internal sealed class PackReader
{
    private const int MaximumDepth = 12;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private int _position;

    private PackReader(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads exactly one value.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Malformed"/>.</exception>
    public static PackValue Read(byte[] bytes)
    {
        var reader = new PackReader(bytes);
        var value = reader.Value(MaximumDepth);
        return reader._position == bytes.Length ? value : throw Refuse("there is something after the value");
    }

    private PackValue Value(int depth)
    {
        if (depth == 0)
            throw Refuse("it is nested too deeply");
        var first = Next();
        return first switch
        {
            <= PackFormat.MaximumFixInteger => new PackValue.Integer(first),
            < PackFormat.FixArray => Map(first & PackFormat.MaximumFixMap, depth),
            < PackFormat.FixText => Array(first & PackFormat.MaximumFixArray, depth),
            < PackFormat.Nil => Text(first & PackFormat.MaximumFixText),
            PackFormat.Nil => new PackValue.Nil(),
            PackFormat.Text8 => Text(Length(sizeof(byte), PackFormat.MaximumFixText)),
            PackFormat.Text16 => Text(Length(sizeof(ushort), byte.MaxValue)),
            PackFormat.Text32 => Text(Length(sizeof(uint), ushort.MaxValue)),
            PackFormat.Array16 => Array(Length(sizeof(ushort), PackFormat.MaximumFixArray), depth),
            PackFormat.Array32 => Array(Length(sizeof(uint), ushort.MaxValue), depth),
            PackFormat.Map16 => Map(Length(sizeof(ushort), PackFormat.MaximumFixMap), depth),
            PackFormat.Map32 => Map(Length(sizeof(uint), ushort.MaxValue), depth),
            _ => Integer(first),
        };
    }

    private PackValue.Integer Integer(byte first) => new(first switch
    {
        PackFormat.Unsigned8 => Above(Take(sizeof(byte))[0], PackFormat.MaximumFixInteger),
        PackFormat.Unsigned16 => Above(BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))), byte.MaxValue),
        PackFormat.Unsigned32 => Above(BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint))), ushort.MaxValue),
        PackFormat.Unsigned64 => Above(BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong))), uint.MaxValue),
        PackFormat.Signed8 => Below(unchecked((sbyte)Take(sizeof(sbyte))[0]), PackFormat.MinimumFixInteger),
        PackFormat.Signed16 => Below(BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))), sbyte.MinValue),
        PackFormat.Signed32 => Below(BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))), short.MinValue),
        >= PackFormat.NegativeFix => unchecked((sbyte)first),
        _ => throw Refuse("it uses a form that proof values do not have"),
    });

    private PackValue.Text Text(int length)
    {
        try
        {
            return new PackValue.Text(StrictUtf8.GetString(Take(length)));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new AnonCredsException(AnonCredsErrorCode.Malformed, "The proof value holds a text that is not UTF-8.", Field, wrong);
        }
    }

    private PackValue Array(int count, int depth)
    {
        RequireLeft(count);
        if (TryBytes(count) is { } bytes)
            return bytes;
        var items = new List<PackValue>();
        for (var i = 0; i < count; i++)
            items.Add(Value(depth - 1));
        return new PackValue.Items(items);
    }

    /// <summary>The array as bytes when it is one; the position stays where it is when not.</summary>
    private PackValue.Bytes? TryBytes(int count)
    {
        var start = _position;
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var left = _bytes.AsSpan(_position);
            var isSmall = left.Length > 0 && left[0] <= PackFormat.MaximumFixInteger;
            if (!isSmall && !(left.Length > 1 && left[0] == PackFormat.Unsigned8 && left[1] > PackFormat.MaximumFixInteger))
            {
                _position = start;
                return null;
            }

            bytes[i] = isSmall ? left[0] : left[1];
            _position += isSmall ? 1 : 2;
        }

        return new PackValue.Bytes(bytes);
    }

    private PackValue.Map Map(int count, int depth)
    {
        RequireLeft(count);
        var members = new Dictionary<string, PackValue>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (Value(depth - 1) is not PackValue.Text name || !members.TryAdd(name.Value, Value(depth - 1)))
                throw Refuse("a map has a name twice, or one that is no text");
        }

        return new PackValue.Map(members);
    }

    private int Length(int size, int shorter)
    {
        var length = Take(size) switch
        {
            [var one] => one,
            [_, _] two => BinaryPrimitives.ReadUInt16BigEndian(two),
            var four => BinaryPrimitives.ReadUInt32BigEndian(four),
        };
        if (length > _bytes.Length)
            throw Refuse("it ends too early");
        return (int)Above(length, shorter);
    }

    private void RequireLeft(int count)
    {
        if (count > _bytes.Length - _position)
            throw Refuse("it ends too early");
    }

    private byte Next() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        RequireLeft(count);
        var span = _bytes.AsSpan(_position, count);
        _position += count;
        return span;
    }

    private static Int128 Above(Int128 value, Int128 shorter) => value > shorter ? value : throw Refuse("a number or length is not in its shortest form");

    private static Int128 Below(Int128 value, Int128 shorter) => value < shorter ? value : throw Refuse("a number is not in its shortest form");

    private const string Field = "$.proof.proofValue";

    private static AnonCredsException Refuse(string wrong) => PackValue.Refuse(Field, wrong);
}

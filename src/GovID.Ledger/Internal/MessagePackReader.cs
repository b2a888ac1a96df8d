using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal;

/// <summary>Reads exactly what <see cref="MessagePackWriter"/> writes: one value has one form, so equal bytes and equal values coincide.</summary>
internal ref struct MessagePackReader
{
    // Announced counts are not believed: nested lists could each announce as many items as bytes follow.
    private const int FirstCapacity = 16;

    private readonly int _maxDepth;
    private ReadOnlySpan<byte> _rest;

    public MessagePackReader(ReadOnlySpan<byte> bytes, int maxDepth)
    {
        _rest = bytes;
        _maxDepth = maxDepth;
    }

    public readonly bool AtEnd => _rest.IsEmpty;

    public LedgerValue ReadValue(int depth)
    {
        var first = Take(1)[0];
        return first switch
        {
            <= 0x7f => new LedgerInteger(first),
            <= 0x8f => ReadMap(first & 15, depth),
            <= 0x9f => ReadList(first & 15, depth),
            <= 0xbf => new LedgerText(ReadText(first & 31)),
            0xc0 => LedgerNull.Instance,
            0xc2 => LedgerBoolean.False,
            0xc3 => LedgerBoolean.True,
            0xc4 or 0xc5 or 0xc6 => new LedgerBytes(Take(ReadLength(first - 0xc4, -1))),
            0xcb => ReadFloat(),
            >= 0xcc and <= 0xcf => ReadUnsigned(first - 0xcc),
            >= 0xd0 and <= 0xd3 => ReadSigned(first - 0xd0),
            0xd9 or 0xda or 0xdb => new LedgerText(ReadText(ReadLength(first - 0xd9, 31))),
            0xdc or 0xdd => ReadList(ReadLength(first - 0xdb, 15), depth),
            0xde or 0xdf => ReadMap(ReadLength(first - 0xdd, 15), depth),
            >= 0xe0 => new LedgerInteger(unchecked((sbyte)first)),
            _ => throw Malformed($"The first byte {first:x2} belongs to no family that a ledger uses."),
        };
    }

    private LedgerMap ReadMap(int count, int depth)
    {
        CheckContainer(count, 2, depth);
        var members = new List<KeyValuePair<string, LedgerValue>>(Math.Min(count, FirstCapacity));
        var integerKeys = false;
        for (var i = 0; i < count; i++)
        {
            var key = ReadKey(out var isInteger);
            if (i > 0 && isInteger != integerKeys)
                throw Malformed("A map mixes integer and text keys.");
            integerKeys = isInteger;
            if (i > 0)
                CheckOrder(members[i - 1].Key, key, integerKeys);
            members.Add(new(key, ReadValue(depth + 1)));
        }

        var map = LedgerMap.Own([.. members], out _)!;
        return integerKeys ? map.WithIntegerKeys() : map;
    }

    private string ReadKey(out bool isInteger)
    {
        var key = ReadValue(_maxDepth);
        isInteger = key is LedgerInteger;
        return key switch
        {
            LedgerText text => text.Value,
            LedgerInteger integer when integer.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw Malformed("A map key is neither text nor a 64-bit integer."),
        };
    }

    private static void CheckOrder(string previous, string key, bool integers)
    {
        var order = integers
            ? long.Parse(previous, CultureInfo.InvariantCulture).CompareTo(long.Parse(key, CultureInfo.InvariantCulture))
            : CodePointOrder.CompareTexts(previous, key);
        if (order == 0)
            throw new LedgerException(LedgerErrorCode.DuplicateMember, "A map carries the same key twice.", key);
        if (order > 0)
            throw new LedgerException(LedgerErrorCode.NotCanonical, "The keys of a map are not sorted.", key);
    }

    private LedgerList ReadList(int count, int depth)
    {
        CheckContainer(count, 1, depth);
        var items = new List<LedgerValue>(Math.Min(count, FirstCapacity));
        for (var i = 0; i < count; i++)
            items.Add(ReadValue(depth + 1));
        return LedgerList.Own([.. items]);
    }

    private readonly void CheckContainer(int count, int bytesEach, int depth)
    {
        if (depth >= _maxDepth)
            throw new LedgerException(LedgerErrorCode.TooDeep, $"The MessagePack nests deeper than {_maxDepth} levels.");
        if (count > _rest.Length / bytesEach)
            throw Malformed("A list or map announces more items than bytes follow.");
    }

    private string ReadText(int length)
    {
        try
        {
            return StrictUtf8.GetString(Take(length));
        }
        catch (DecoderFallbackException e)
        {
            throw new LedgerException(LedgerErrorCode.Malformed, "A text is not UTF-8.", inner: e);
        }
    }

    private LedgerFloat ReadFloat()
    {
        var value = BinaryPrimitives.ReadDoubleBigEndian(Take(8));
        return double.IsFinite(value) ? new LedgerFloat(value) : throw Malformed("A float is not finite.");
    }

    private LedgerInteger ReadUnsigned(int widthLog)
    {
        var value = ReadBigEndian(1 << widthLog);
        var least = widthLog == 0 ? 0x80UL : 1UL << (4 << widthLog);
        if (value < least)
            throw NotShortest();
        return value <= long.MaxValue ? new LedgerInteger((long)value) : new LedgerInteger(new BigInteger(value));
    }

    private LedgerInteger ReadSigned(int widthLog)
    {
        var bits = 8 << widthLog;
        var value = unchecked((long)(ReadBigEndian(1 << widthLog) << (64 - bits)) >> (64 - bits));
        var shorterReachesTo = widthLog == 0 ? -32L : -(1L << ((4 << widthLog) - 1));
        return value < shorterReachesTo ? new LedgerInteger(value) : throw NotShortest();
    }

    /// <param name="widthLog">0, 1, 2 for lengths of 8, 16, 32 bits.</param>
    /// <param name="shorterReachesTo">The greatest length of the fixed form: 31 for texts, 15 for lists and maps, -1 for bytes.</param>
    private int ReadLength(int widthLog, int shorterReachesTo)
    {
        var value = ReadBigEndian(1 << widthLog);
        var hasShortForm = shorterReachesTo != 15; // lists and maps have no 8-bit length
        var limit = widthLog switch
        {
            0 => shorterReachesTo,
            1 => hasShortForm ? byte.MaxValue : shorterReachesTo,
            _ => ushort.MaxValue,
        };
        if (limit >= 0 && value <= (ulong)limit)
            throw NotShortest();
        return value <= (ulong)_rest.Length ? (int)value : throw Malformed("A length reaches beyond the end of the bytes.");
    }

    private ulong ReadBigEndian(int width)
    {
        var value = 0UL;
        foreach (var b in Take(width))
            value = (value << 8) | b;
        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw Malformed("The bytes end too early.");

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static LedgerException Malformed(string message) => new(LedgerErrorCode.Malformed, message);

    private static LedgerException NotShortest() =>
        new(LedgerErrorCode.NotCanonical, "A number or length is not written in its shortest form.");
}

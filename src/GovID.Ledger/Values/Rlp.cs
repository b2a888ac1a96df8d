using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Values;

/// <summary>RLP as the state trie uses it (specification 9.1): strings are <see cref="LedgerBytes"/>, lists are <see cref="LedgerList"/>.</summary>
public static class Rlp
{
    /// <summary>The longest input accepted unless the caller says otherwise: 1 MiB.</summary>
    public const int MaxBytes = 1_048_576;

    /// <summary>The deepest nesting accepted.</summary>
    public const int MaxDepth = 64;

    /// <summary>Writes byte strings and lists of them.</summary>
    /// <param name="value">A value made of <see cref="LedgerBytes"/> and <see cref="LedgerList"/> only.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="LedgerException">The value holds another kind (<see cref="LedgerErrorCode.NotRepresentable"/>) or nests too deep.</exception>
    public static byte[] Write(LedgerValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var writer = new ByteWriter(stackalloc byte[1024]);
        try
        {
            WriteValue(ref writer, value, 0);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Reads one value strictly: every length in its shortest form, a small single byte as itself, nothing after the value.</summary>
    /// <param name="bytes">The whole input.</param>
    /// <param name="maxBytes">The greatest length accepted.</param>
    /// <returns>A value made of <see cref="LedgerBytes"/> and <see cref="LedgerList"/>.</returns>
    /// <exception cref="LedgerException">The input is refused.</exception>
    public static LedgerValue Read(ReadOnlySpan<byte> bytes, int maxBytes = MaxBytes)
    {
        if (bytes.Length > maxBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"The input has {bytes.Length} bytes; at most {maxBytes} are accepted.");

        var item = ReadItem(bytes);
        return item.TotalLength == bytes.Length
            ? ReadValue(bytes, item, 0)
            : throw new LedgerException(LedgerErrorCode.Malformed, "Bytes follow the RLP item.");
    }

    /// <summary>Reads one value, answering false where <see cref="Read"/> refuses.</summary>
    /// <param name="bytes">The whole input.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>Whether the input was read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LedgerValue? value)
    {
        try
        {
            value = Read(bytes);
            return true;
        }
        catch (LedgerException)
        {
            value = null;
            return false;
        }
    }

    private static void WriteValue(ref ByteWriter writer, LedgerValue value, int depth)
    {
        switch (value)
        {
            case LedgerBytes bytes:
                RlpCodec.WriteString(ref writer, bytes.Span);
                break;
            case LedgerList list when depth < MaxDepth:
                WriteList(ref writer, list, depth);
                break;
            case LedgerList:
                throw TooDeep();
            default:
                throw new LedgerException(LedgerErrorCode.NotRepresentable, "RLP carries byte strings and lists only.");
        }
    }

    private static void WriteList(ref ByteWriter writer, LedgerList list, int depth)
    {
        var start = writer.Length;
        foreach (var item in list.AsSpan())
            WriteValue(ref writer, item, depth + 1);

        var header = new ByteWriter(stackalloc byte[8]);
        RlpCodec.WriteListHeader(ref header, writer.Length - start);
        header.Written.CopyTo(writer.InsertAt(start, header.Length));
    }

    private static LedgerValue ReadValue(ReadOnlySpan<byte> bytes, RlpItem item, int depth)
    {
        var payload = item.Payload(bytes);
        if (!item.IsList)
            return new LedgerBytes(payload);
        if (depth >= MaxDepth)
            throw TooDeep();

        var items = new List<LedgerValue>();
        while (!payload.IsEmpty)
        {
            var next = ReadItem(payload);
            items.Add(ReadValue(payload, next, depth + 1));
            payload = payload[next.TotalLength..];
        }

        return LedgerList.Own([.. items]);
    }

    private static RlpItem ReadItem(ReadOnlySpan<byte> bytes) => RlpCodec.TryReadItem(bytes, out var item)
        ? item
        : throw new LedgerException(LedgerErrorCode.NotCanonical, "An RLP item ends too early or is not in its shortest form.");

    private static LedgerException TooDeep() => new(LedgerErrorCode.TooDeep, $"The RLP nests deeper than {MaxDepth} levels.");
}

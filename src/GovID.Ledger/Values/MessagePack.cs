using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Values;

/// <summary>The ledger's MessagePack subset (specification 1.3): one form for each value.</summary>
public static class MessagePack
{
    /// <summary>The longest input accepted unless the caller says otherwise: 16 MiB.</summary>
    public const int MaxBytes = 16_777_216;

    /// <summary>The deepest nesting accepted.</summary>
    public const int MaxDepth = 64;

    /// <summary>Writes a value: shortest forms, map keys sorted by code point, integer keys by number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="LedgerException">An integer needs more than 64 bits (<see cref="LedgerErrorCode.NotRepresentable"/>).</exception>
    public static byte[] Write(LedgerValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var writer = new ByteWriter(stackalloc byte[1024]);
        try
        {
            MessagePackWriter.Write(ref writer, value);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>
    /// Reads one value and accepts only the bytes <see cref="Write"/> would produce: longer forms, unsorted or repeated keys, extension
    /// types, single floats and trailing bytes are refused.
    /// </summary>
    /// <param name="bytes">The whole input.</param>
    /// <param name="maxBytes">The greatest length accepted.</param>
    /// <returns>The value.</returns>
    /// <exception cref="LedgerException">The input is refused.</exception>
    public static LedgerValue Read(ReadOnlySpan<byte> bytes, int maxBytes = MaxBytes)
    {
        if (bytes.Length > maxBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"The input has {bytes.Length} bytes; at most {maxBytes} are accepted.");

        var reader = new MessagePackReader(bytes, MaxDepth);
        var value = reader.ReadValue(0);
        return reader.AtEnd ? value : throw new LedgerException(LedgerErrorCode.Malformed, "Bytes follow the value.");
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
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace GovID.Ledger.Genesis;

/// <summary>Z85, the text form of keys in socket options (ZeroMQ RFC 32): 32 bytes are 40 characters (specification 1.1).</summary>
public static class TransportKeys
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
    private const int KeyLength = 32;
    private const int TextLength = 40;
    private const uint Base = 85;

    /// <summary>Writes a key.</summary>
    /// <param name="key">32 bytes.</param>
    /// <returns>40 characters.</returns>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static string ToZ85(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
            throw new ArgumentException($"A transport key has {KeyLength} bytes.", nameof(key));

        Span<char> text = stackalloc char[TextLength];
        for (var block = 0; block < KeyLength / 4; block++)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(key[(block * 4)..]);
            for (var i = 4; i >= 0; i--)
            {
                text[(block * 5) + i] = Alphabet[(int)(value % Base)];
                value /= Base;
            }
        }

        return new string(text);
    }

    /// <summary>Reads a key; false for a text that is not 40 characters of the alphabet or whose groups overflow.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The 32 bytes.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryFromZ85([NotNullWhen(true)] string? text, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (text is not { Length: TextLength })
            return false;

        var bytes = new byte[KeyLength];
        for (var block = 0; block < KeyLength / 4; block++)
        {
            var value = 0UL;
            foreach (var character in text.AsSpan(block * 5, 5))
            {
                var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
                if (digit < 0)
                    return false;
                value = (value * Base) + (uint)digit;
            }

            if (value > uint.MaxValue)
                return false;
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(block * 4), (uint)value);
        }

        key = bytes;
        return true;
    }
}

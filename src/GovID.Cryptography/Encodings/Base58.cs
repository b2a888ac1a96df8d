using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Encodings;

/// <summary>Base58 with the Bitcoin alphabet and no checksum: each leading zero byte is one leading <c>1</c> (draft-msporny-base58-03).</summary>
/// <remarks>Every value has exactly one text. The work grows with the square of the length, hence the limits. Not constant-time.</remarks>
public static class Base58
{
    /// <summary>The most bytes that are encoded or decoded at once.</summary>
    public const int MaximumByteLength = 12_000;

    /// <summary>The longest text that is read; enough for <see cref="MaximumByteLength"/> bytes.</summary>
    public const int MaximumTextLength = 16_400;

    /// <summary>Writes bytes as base58 text.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: more than <see cref="MaximumByteLength"/> bytes.</exception>
    public static string Encode(ReadOnlySpan<byte> value)
    {
        if (value.Length > MaximumByteLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"Base58 takes at most {MaximumByteLength} bytes; this value has {value.Length}.");
        return Base58Digits.Write(value);
    }

    /// <summary>Reads base58 text.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: a character outside the alphabet;
    /// <see cref="CryptoErrorCode.LimitExceeded"/>: the text is longer than <see cref="MaximumTextLength"/> or its value longer than <see cref="MaximumByteLength"/>.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        if (TryDecode(text, out var value)) return value;
        if (text.Length > MaximumTextLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"Base58 text has at most {MaximumTextLength} characters; this one has {text.Length}.");
        for (var i = 0; i < text.Length; i++)
        {
            if (Base58Digits.ValueOf(text[i]) == Base58Digits.NotADigit)
                throw new CryptoException(CryptoErrorCode.Malformed, $"Character {i + 1} of the base58 text is not in the alphabet (no 0, O, I, l, no punctuation).");
        }

        throw new CryptoException(CryptoErrorCode.LimitExceeded, $"The base58 text stands for more than {MaximumByteLength} bytes.");
    }

    /// <summary>Reads base58 text into a new array; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (text.Length > MaximumTextLength) return false;
        Span<byte> buffer = text.Length <= 512 ? stackalloc byte[512] : new byte[text.Length];
        if (!TryDecode(text, buffer, out var written)) return false;
        value = buffer[..written].ToArray();
        return true;
    }

    /// <summary>Reads base58 text into <paramref name="destination"/>; false also when the destination is too short.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Receives the bytes; its content is undefined when the answer is false.</param>
    /// <param name="written">How many bytes the text stands for; 0 when the answer is false.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        return text.Length <= MaximumTextLength
            && Base58Digits.TryRead(text, destination, out written)
            && written <= MaximumByteLength;
    }
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace GovID.Cryptography.Encodings;

/// <summary>Base16 in lower case (RFC 4648 section 8), with a strict and a lenient reader.</summary>
public static class Hex
{
    /// <summary>The longest text either reader takes: 64 Mi characters.</summary>
    public const int MaximumTextLength = 64 * 1024 * 1024;

    private static readonly SearchValues<char> Lower = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> AnyCase = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Writes bytes as lower-case hexadecimal digits.</summary>
    public static string Encode(ReadOnlySpan<byte> value) => Convert.ToHexStringLower(value);

    /// <summary>Reads lower-case hexadecimal digits.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: an odd number of digits or a character that is not 0-9 a-f;
    /// <see cref="CryptoErrorCode.LimitExceeded"/>: too long.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text) =>
        TryDecode(text, out var value) ? value : throw Refused(text.Length, "0-9 a-f");

    /// <summary>Reads lower-case hexadecimal digits; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value) => TryDecode(text, Lower, out value);

    /// <summary>Reads hexadecimal digits of either case.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/> or <see cref="CryptoErrorCode.LimitExceeded"/>.</exception>
    public static byte[] DecodeLenient(ReadOnlySpan<char> text) =>
        TryDecodeLenient(text, out var value) ? value : throw Refused(text.Length, "0-9 a-f A-F");

    /// <summary>Reads hexadecimal digits of either case; false for what <see cref="DecodeLenient"/> refuses.</summary>
    public static bool TryDecodeLenient(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value) => TryDecode(text, AnyCase, out value);

    private static bool TryDecode(ReadOnlySpan<char> text, SearchValues<char> digits, out byte[]? value)
    {
        value = null;
        if (text.Length > MaximumTextLength || text.Length % 2 != 0 || text.ContainsAnyExcept(digits)) return false;
        value = Convert.FromHexString(text);
        return true;
    }

    private static CryptoException Refused(int length, string digits) => length > MaximumTextLength
        ? new CryptoException(CryptoErrorCode.LimitExceeded, $"Hexadecimal text has at most {MaximumTextLength} characters.")
        : new CryptoException(CryptoErrorCode.Malformed, $"The text is not hexadecimal: an even number of digits out of {digits} is expected.");
}

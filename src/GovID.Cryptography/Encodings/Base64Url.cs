using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Platform = System.Buffers.Text.Base64Url;

namespace GovID.Cryptography.Encodings;

/// <summary>Base64url without padding (RFC 4648 section 5, RFC 7515 section 2), with a strict and a lenient reader.</summary>
public static class Base64Url
{
    /// <summary>The longest text either reader takes: 64 Mi characters.</summary>
    public const int MaximumTextLength = 64 * 1024 * 1024;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Writes bytes as base64url without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> value) => Platform.EncodeToString(value);

    /// <summary>Reads unpadded base64url; only the one text that <see cref="Encode"/> would write is accepted.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: padding, white space, another alphabet,
    /// an impossible length, or bits set behind the last byte; <see cref="CryptoErrorCode.LimitExceeded"/>: too long.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text) =>
        TryDecode(text, out var value)
            ? value
            : throw Refused(text.Length, "The text is not unpadded base64url: use A-Z a-z 0-9 - _ only, without '=' and without bits behind the last byte.");

    /// <summary>Reads unpadded base64url; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (text.Length > MaximumTextLength || text.Length % 4 == 1) return false;
        if (text.ContainsAnyExcept(Alphabet) || HasStrayBits(text)) return false;
        value = Platform.DecodeFromChars(text);
        return true;
    }

    /// <summary>Reads base64url or standard base64, with or without padding, as peers on the wire write it.</summary>
    /// <remarks>The alphabets may be mixed; padding, when there is any, must complete the last group of four. Several texts stand
    /// for one value here: never compare or sign what only this reader has seen.</remarks>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/> or <see cref="CryptoErrorCode.LimitExceeded"/>.</exception>
    public static byte[] DecodeLenient(ReadOnlySpan<char> text) =>
        TryDecodeLenient(text, out var value)
            ? value
            : throw Refused(text.Length, "The text is neither base64url nor base64: check for foreign characters, white space or a cut end.");

    /// <summary>Reads base64url or standard base64, with or without padding; false for what <see cref="DecodeLenient"/> refuses.</summary>
    public static bool TryDecodeLenient(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (text.Length > MaximumTextLength) return false;
        var bare = WithoutPadding(text);
        if (bare.Length != text.Length && text.Length % 4 != 0) return false;
        if (!bare.ContainsAny('+', '/')) return TryDecode(bare, out value);

        var rented = ArrayPool<char>.Shared.Rent(bare.Length);
        var copy = rented.AsSpan(0, bare.Length);
        try
        {
            bare.Replace(copy, '+', '-');
            copy.Replace('/', '_');
            return TryDecode(copy, out value);
        }
        finally
        {
            copy.Clear();
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static ReadOnlySpan<char> WithoutPadding(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("==")) return text[..^2];
        return text.EndsWith('=') ? text[..^1] : text;
    }

    // Two characters carry 12 bits for 8, three carry 18 for 16: the low 4 or 2 bits of the last one must be zero.
    private static bool HasStrayBits(ReadOnlySpan<char> text) => (text.Length % 4) switch
    {
        2 => (SixBits(text[^1]) & 0b1111) != 0,
        3 => (SixBits(text[^1]) & 0b11) != 0,
        _ => false,
    };

    private static int SixBits(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        >= '0' and <= '9' => letter - '0' + 52,
        '-' => 62,
        _ => 63,
    };

    private static CryptoException Refused(int length, string message) => length > MaximumTextLength
        ? new CryptoException(CryptoErrorCode.LimitExceeded, $"Base64url text has at most {MaximumTextLength} characters.")
        : new CryptoException(CryptoErrorCode.Malformed, message);
}

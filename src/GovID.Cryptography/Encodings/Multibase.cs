using System.Diagnostics.CodeAnalysis;

namespace GovID.Cryptography.Encodings;

/// <summary>Text that says its own base by its first character (draft-multiformats-multibase).</summary>
/// <remarks>Each base is read strictly, so a value has one text per base.</remarks>
public static class Multibase
{
    /// <summary>Writes bytes with the prefix of the base.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: longer than the base allows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base is none of the enumeration.</exception>
    public static string Encode(MultibaseEncoding encoding, ReadOnlySpan<byte> value) => encoding switch
    {
        MultibaseEncoding.Base16 => "f" + Hex.Encode(value),
        MultibaseEncoding.Base58Btc => "z" + Base58.Encode(value),
        MultibaseEncoding.Base64Url => "u" + Base64Url.Encode(value),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    /// <summary>Reads multibase text in any of the bases of <see cref="MultibaseEncoding"/>.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Unsupported"/>: another prefix; <see cref="CryptoErrorCode.Malformed"/>:
    /// nothing there or not canonical in its base; <see cref="CryptoErrorCode.LimitExceeded"/>: too long.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) throw new CryptoException(CryptoErrorCode.Malformed, "The multibase text is empty; it begins with the letter of its base.");
        return text[0] switch
        {
            'f' => Hex.Decode(text[1..]),
            'z' => Base58.Decode(text[1..]),
            'u' => Base64Url.Decode(text[1..]),
            _ => throw new CryptoException(CryptoErrorCode.Unsupported, "The multibase prefix is not one of f (base16), z (base58btc), u (base64url)."),
        };
    }

    /// <summary>Reads multibase text; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value) => TryDecode(text, out value, out _);

    /// <summary>Reads multibase text and tells its base; false for what <see cref="Decode"/> refuses.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value, out MultibaseEncoding encoding)
    {
        value = null;
        encoding = text.IsEmpty ? default : (MultibaseEncoding)text[0];
        return encoding switch
        {
            MultibaseEncoding.Base16 => Hex.TryDecode(text[1..], out value),
            MultibaseEncoding.Base58Btc => Base58.TryDecode(text[1..], out value),
            MultibaseEncoding.Base64Url => Base64Url.TryDecode(text[1..], out value),
            _ => false,
        };
    }
}

using System.Security.Cryptography;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>Keys as base58btc multibase over multicodec and raw bytes (Controlled Identifiers 1.0 section 2.2.2).</summary>
internal static class Multikey
{
    private const int LongestKey = 128;

    private static readonly KeyType[] Types = Enum.GetValues<KeyType>();

    public static KeyRefusal? TryReadPublic(ReadOnlySpan<char> text, out PublicKey? key)
    {
        key = null;
        Span<byte> buffer = stackalloc byte[LongestKey];
        if (TrySplit(text, buffer, out var code, out var raw) is { } malformed) return malformed;
        if (TypeOf(code, static algorithm => algorithm.PublicCodec) is not { } type) return Unsupported(code, "public");
        var algorithm = KeyAlgorithm.Of(type);
        if (raw.Length != algorithm.PublicKeyLength) return KeyRefusal.Length($"A multikey of type {type}", $"{algorithm.PublicKeyLength}", raw.Length);
        if (algorithm.TryReadPublic(raw, out var kept) is { } refusal) return refusal;
        key = new PublicKey(type, kept);
        return null;
    }

    public static KeyRefusal? TryReadSecret(ReadOnlySpan<char> text, out PrivateKey? key)
    {
        key = null;
        Span<byte> buffer = stackalloc byte[LongestKey];
        try
        {
            if (TrySplit(text, buffer, out var code, out var raw) is { } malformed) return malformed;
            return TypeOf(code, static algorithm => algorithm.SecretCodec) is { } type
                ? PrivateKey.TryRead(type, raw, out key)
                : Unsupported(code, "private");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    public static string Write(ulong code, ReadOnlySpan<byte> raw)
    {
        var wrapped = Multicodec.Wrap(code, raw);
        try
        {
            return Multibase.Encode(MultibaseEncoding.Base58Btc, wrapped);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapped);
        }
    }

    private static KeyRefusal? TrySplit(ReadOnlySpan<char> text, Span<byte> buffer, out ulong code, out ReadOnlySpan<byte> raw)
    {
        code = 0;
        raw = default;
        if (text.IsEmpty || text[0] != (char)MultibaseEncoding.Base58Btc)
            return new KeyRefusal(CryptoErrorCode.Malformed, "A multikey begins with 'z' (base58btc).");
        if (text.Length > 2 * LongestKey)
            return new KeyRefusal(CryptoErrorCode.LimitExceeded, $"A multikey has at most {2 * LongestKey} characters; this one has {text.Length}.");
        if (!Base58.TryDecode(text[1..], buffer, out var length))
            return new KeyRefusal(CryptoErrorCode.Malformed, "The multikey is not base58btc text of a key.");
        return Multicodec.TryUnwrap(buffer[..length], out code, out raw)
            ? null
            : new KeyRefusal(CryptoErrorCode.Malformed, "The multikey does not begin with a multicodec in its shortest form.");
    }

    private static KeyType? TypeOf(ulong code, Func<KeyAlgorithm, ulong> codec)
    {
        foreach (var type in Types)
        {
            if (codec(KeyAlgorithm.Of(type)) == code) return type;
        }

        return null;
    }

    private static KeyRefusal Unsupported(ulong code, string kind) =>
        new(CryptoErrorCode.Unsupported, $"The multikey has multicodec 0x{code:x}, which is no {kind} key of a supported type.");
}

using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>Public keys as multibase over multicodec.</summary>
internal static class Multikey
{
    public static KeyRefusal? TryRead(ReadOnlySpan<char> text, out PublicKey? key)
    {
        key = null;
        if (text.IsEmpty || text[0] != (char)MultibaseEncoding.Base58Btc)
            return new KeyRefusal(CryptoErrorCode.Malformed, "A multikey begins with 'z' (base58btc).");
        if (!Multibase.TryDecode(text, out var bytes))
            return new KeyRefusal(CryptoErrorCode.Malformed, "The multikey is not base58btc text.");
        if (!Multicodec.TryUnwrap(bytes, out var code, out var raw))
            return new KeyRefusal(CryptoErrorCode.Malformed, "The multikey does not begin with a multicodec in its shortest form.");
        if (TypeOf(code) is not { } type)
            return new KeyRefusal(CryptoErrorCode.Unsupported, $"The multikey has multicodec 0x{code:x}, which is no public key of a supported type.");

        var algorithm = KeyAlgorithm.Of(type);
        if (raw.Length != algorithm.PublicKeyLength) return KeyRefusal.Length($"A multikey of type {type}", $"{algorithm.PublicKeyLength}", raw.Length);
        if (algorithm.TryReadPublic(raw, out var kept) is { } refusal) return refusal;
        key = new PublicKey(type, kept);
        return null;
    }

    private static KeyType? TypeOf(ulong code) => code switch
    {
        Multicodec.Ed25519Public => KeyType.Ed25519,
        Multicodec.X25519Public => KeyType.X25519,
        Multicodec.P256Public => KeyType.P256,
        Multicodec.P384Public => KeyType.P384,
        Multicodec.P521Public => KeyType.P521,
        Multicodec.Secp256k1Public => KeyType.Secp256k1,
        _ => null,
    };
}

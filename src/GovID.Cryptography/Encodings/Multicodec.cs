using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Encodings;

/// <summary>Bytes that say their own kind by a leading varint, with the codes this platform meets (multicodec table).</summary>
public static class Multicodec
{
    /// <summary>The largest code: 63 bits, nine varint bytes.</summary>
    public const ulong MaximumCode = (1UL << 63) - 1;

    /// <summary>ed25519-pub: 32 bytes.</summary>
    public const ulong Ed25519Public = 0xed;

    /// <summary>x25519-pub: 32 bytes.</summary>
    public const ulong X25519Public = 0xec;

    /// <summary>secp256k1-pub: 33 bytes, compressed.</summary>
    public const ulong Secp256k1Public = 0xe7;

    /// <summary>p256-pub: 33 bytes, compressed.</summary>
    public const ulong P256Public = 0x1200;

    /// <summary>p384-pub: 49 bytes, compressed.</summary>
    public const ulong P384Public = 0x1201;

    /// <summary>p521-pub: 67 bytes, compressed.</summary>
    public const ulong P521Public = 0x1202;

    /// <summary>bls12_381-g2-pub: 96 bytes; recognised in did:key, not computed with.</summary>
    public const ulong Bls12381G2Public = 0xeb;

    /// <summary>ed25519-priv: the 32-byte seed.</summary>
    public const ulong Ed25519Private = 0x1300;

    /// <summary>secp256k1-priv: 32 bytes.</summary>
    public const ulong Secp256k1Private = 0x1301;

    /// <summary>x25519-priv: 32 bytes.</summary>
    public const ulong X25519Private = 0x1302;

    /// <summary>p256-priv: 32 bytes.</summary>
    public const ulong P256Private = 0x1306;

    /// <summary>p384-priv: 48 bytes.</summary>
    public const ulong P384Private = 0x1307;

    /// <summary>p521-priv: 66 bytes.</summary>
    public const ulong P521Private = 0x1308;

    /// <summary>json: UTF-8 JSON text; the document inside a did:peer:4.</summary>
    public const ulong Json = 0x0200;

    /// <summary>jwk_jcs-pub: a public JWK in canonical JSON.</summary>
    public const ulong JwkJcsPublic = 0xeb51;

    /// <summary>Puts the code in front of the payload.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is above <see cref="MaximumCode"/>.</exception>
    public static byte[] Wrap(ulong code, ReadOnlySpan<byte> payload)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, MaximumCode);
        Span<byte> prefix = stackalloc byte[Varint.MaximumLength];
        var length = Varint.Write(code, prefix);
        return [.. prefix[..length], .. payload];
    }

    /// <summary>Splits code and payload.</summary>
    /// <returns>False when there is no code, it is cut, longer than nine bytes, or not in its shortest spelling.</returns>
    public static bool TryUnwrap(ReadOnlySpan<byte> value, out ulong code, out ReadOnlySpan<byte> payload)
    {
        var found = Varint.TryRead(value, out code, out var length);
        payload = found ? value[length..] : default;
        return found;
    }

    /// <summary>Checks the code and returns the payload behind it.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: no code, or another one than expected.</exception>
    public static ReadOnlySpan<byte> Unwrap(ulong expectedCode, ReadOnlySpan<byte> value)
    {
        if (!TryUnwrap(value, out var code, out var payload))
            throw new CryptoException(CryptoErrorCode.Malformed, "The bytes do not begin with a multicodec varint in its shortest form.");
        if (code != expectedCode)
            throw new CryptoException(CryptoErrorCode.Malformed, $"The multicodec is 0x{code:x}; 0x{expectedCode:x} is expected.");
        return payload;
    }
}

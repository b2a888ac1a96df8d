using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Internal.Keys;

namespace GovID.Cryptography.Keys;

/// <summary>A public key as JSON Web Key: <c>EC</c> keys of RFC 7518 section 6.2 and RFC 8812, <c>OKP</c> keys of RFC 8037.</summary>
/// <remarks>Reading is strict: exact coordinate lengths, unpadded canonical base64url, no duplicate member. A key with a private
/// part is refused where a public one is expected. Members this type does not know are ignored (RFC 7517 section 4).</remarks>
public sealed class JsonWebKey
{
    /// <summary>The longest JSON text that is read: 16 KiB.</summary>
    public const int MaximumJsonLength = 16 * 1024;

    /// <summary>Makes a JWK around a public key.</summary>
    /// <param name="publicKey">The key.</param>
    /// <param name="keyId">The member <c>kid</c>.</param>
    /// <param name="use">The member <c>use</c>: <c>sig</c> or <c>enc</c>.</param>
    /// <param name="algorithm">The member <c>alg</c>.</param>
    public JsonWebKey(PublicKey publicKey, string? keyId = null, string? use = null, string? algorithm = null)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        PublicKey = publicKey;
        KeyId = keyId;
        Use = use;
        Algorithm = algorithm;
    }

    /// <summary>The key itself.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>The member <c>kid</c> (RFC 7517 section 4.5).</summary>
    public string? KeyId { get; }

    /// <summary>The member <c>use</c> (RFC 7517 section 4.2).</summary>
    public string? Use { get; }

    /// <summary>The member <c>alg</c> (RFC 7517 section 4.4); whether it fits the key is for JOSE to judge.</summary>
    public string? Algorithm { get; }

    /// <summary>Reads a public JWK.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: not this JSON or a wrong member, named by
    /// <see cref="CryptoException.Field"/>; <see cref="CryptoErrorCode.Unsupported"/>: another <c>kty</c> or <c>crv</c>;
    /// <see cref="CryptoErrorCode.WrongLength"/> or <see cref="CryptoErrorCode.InvalidPoint"/>: the coordinates;
    /// <see cref="CryptoErrorCode.InvalidKey"/>: there is a private part; <see cref="CryptoErrorCode.LimitExceeded"/>.</exception>
    public static JsonWebKey Parse(ReadOnlySpan<byte> utf8Json)
    {
        using var members = new JwkMembers();
        JwkReader.Parse(utf8Json, members);
        return members.ToPublic();
    }

    /// <summary>Reads a public JWK; false for what <see cref="Parse"/> refuses.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out JsonWebKey? key)
    {
        try
        {
            key = Parse(utf8Json);
            return true;
        }
        catch (CryptoException)
        {
            key = null;
            return false;
        }
    }

    /// <summary>Reads a public JWK that is part of a larger JSON text; the reader stands on its opening brace and is left on the closing one.</summary>
    /// <exception cref="CryptoException">As for <see cref="Parse"/>.</exception>
    public static JsonWebKey Read(ref Utf8JsonReader reader)
    {
        using var members = new JwkMembers();
        JwkReader.Read(ref reader, members);
        return members.ToPublic();
    }

    /// <summary>Reads a private JWK. The caller wipes the text.</summary>
    /// <exception cref="CryptoException">As for <see cref="Parse"/>; <see cref="CryptoErrorCode.Malformed"/> naming <c>d</c>: no private part;
    /// <see cref="CryptoErrorCode.InvalidKey"/>: the public part belongs to another secret.</exception>
    public static PrivateKey ParsePrivate(ReadOnlySpan<byte> utf8Json)
    {
        using var members = new JwkMembers();
        JwkReader.Parse(utf8Json, members);
        return members.ToPrivate();
    }

    /// <summary>Reads a private JWK; false for what <see cref="ParsePrivate"/> refuses.</summary>
    public static bool TryParsePrivate(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out PrivateKey? key)
    {
        try
        {
            key = ParsePrivate(utf8Json);
            return true;
        }
        catch (CryptoException)
        {
            key = null;
            return false;
        }
    }

    /// <summary>Writes a private key as JWK; the caller wipes the text.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public static byte[] ExportPrivate(PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return JwkWriter.WritePrivate(key);
    }

    /// <summary>Writes the key with <c>kid</c>, <c>use</c> and <c>alg</c> where they are set.</summary>
    public byte[] ToJson() => JwkWriter.WritePublic(this);

    /// <summary>Writes the key as an object into a larger JSON text.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JwkWriter.Write(writer, this);
    }

    /// <summary>The base64url SHA-256 thumbprint (RFC 7638 section 3; RFC 8037 section 2 for OKP keys).</summary>
    public string Thumbprint() => Base64Url.Encode(Sha256.Hash(JwkWriter.WriteRequired(PublicKey)));
}

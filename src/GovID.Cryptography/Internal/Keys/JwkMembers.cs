using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>The members of a JWK as they stood in the text, and their judgement; the private one is wiped on disposal.</summary>
internal sealed class JwkMembers : IDisposable
{
    private const int LongestSecretText = 128;

    private char[]? _secretText;
    private int _secretLength;

    public string? KeyKind { get; set; }

    public string? Curve { get; set; }

    public string? X { get; set; }

    public string? Y { get; set; }

    public string? KeyId { get; set; }

    public string? Use { get; set; }

    public string? Algorithm { get; set; }

    public void SetSecret(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw JwkReader.Malformed("This member of a JWK is a text.", "d");
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestSecretText) throw new CryptoException(CryptoErrorCode.WrongLength, "The private part is longer than any supported curve's.", "d");
        _secretText = GC.AllocateUninitializedArray<char>(LongestSecretText, pinned: true);
        _secretLength = reader.CopyString(_secretText);
    }

    public JsonWebKey ToPublic()
    {
        if (_secretText is not null)
            throw new CryptoException(CryptoErrorCode.InvalidKey, "A public JWK is expected here and this one holds a private key: remove the member d, and treat the key as disclosed.", "d");
        return new JsonWebKey(ReadPublic(FindCurve()), KeyId, Use, Algorithm);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The key is null when there is a refusal, and the caller's otherwise.")]
    public PrivateKey ToPrivate()
    {
        var curve = FindCurve();
        var expected = ReadPublic(curve);
        if (_secretText is null) throw JwkReader.Malformed("A private JWK has the member d.", "d");
        Span<byte> secret = stackalloc byte[LongestSecretText];
        try
        {
            var length = DecodeSecret(secret);
            if (length != curve.Length) throw KeyRefusal.Length($"The private part of a {curve.Name} key", $"{curve.Length}", length).AsException("d");
            if (PrivateKey.TryRead(curve.Type, secret[..length], out var key) is { } refusal) throw refusal.AsException("d");
            if (key!.PublicKey.Equals(expected)) return key;
            key.Dispose();
            throw new CryptoException(CryptoErrorCode.InvalidKey, "The public part of the JWK belongs to another private key.", "x");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    public void Dispose()
    {
        if (_secretText is not null) Array.Clear(_secretText);
    }

    private JwkCurve FindCurve()
    {
        if (KeyKind is null) throw JwkReader.Malformed("A JWK has the member kty.", "kty");
        if (KeyKind is not ("EC" or "OKP")) throw new CryptoException(CryptoErrorCode.Unsupported, "The key type is neither EC nor OKP.", "kty");
        if (Curve is null) throw JwkReader.Malformed("An EC or OKP key has the member crv.", "crv");
        return JwkCurve.Find(KeyKind, Curve)
            ?? throw new CryptoException(CryptoErrorCode.Unsupported, "The curve is not one of Ed25519, X25519 (OKP), P-256, P-384, P-521, secp256k1 (EC).", "crv");
    }

    private PublicKey ReadPublic(JwkCurve curve)
    {
        var x = Coordinate(curve, X, "x");
        if (!curve.HasY && Y is not null) throw JwkReader.Malformed("An OKP key has no member y.", "y");
        byte[] encoded = curve.HasY ? [0x04, .. x, .. Coordinate(curve, Y, "y")] : x;
        return KeyAlgorithm.Of(curve.Type).TryReadPublic(encoded, out var kept) is { } refusal
            ? throw refusal.AsException("x")
            : new PublicKey(curve.Type, kept);
    }

    // RFC 7518 section 6.2.1.2: the length of an octet string MUST be the full size of a coordinate for the curve.
    private static byte[] Coordinate(JwkCurve curve, string? text, string field)
    {
        if (text is null) throw JwkReader.Malformed($"A {curve.Name} key has the member {field}.", field);
        if (!Base64Url.TryDecode(text, out var bytes)) throw JwkReader.Malformed("The coordinate is not unpadded base64url.", field);
        return bytes.Length == curve.Length ? bytes : throw KeyRefusal.Length($"A coordinate of {curve.Name}", $"{curve.Length}", bytes.Length).AsException(field);
    }

    private int DecodeSecret(Span<byte> destination)
    {
        if (!Base64Url.TryDecode(_secretText.AsSpan(0, _secretLength), out var bytes))
            throw JwkReader.Malformed("The private part is not unpadded base64url.", "d");
        bytes.CopyTo(destination);
        CryptographicOperations.ZeroMemory(bytes);
        return bytes.Length;
    }
}

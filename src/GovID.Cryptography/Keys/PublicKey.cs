using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Internal.Keys;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Keys;

/// <summary>A public key that was checked when it was made: right length, on its curve, not of small order.</summary>
/// <remarks>Immutable and safe for use by many threads. Two keys are equal when type and exported bytes are.</remarks>
public sealed class PublicKey : IEquatable<PublicKey>
{
    private readonly KeyAlgorithm _algorithm;
    private readonly PreparedKey _prepared;

    internal PublicKey(KeyType type, byte[] kept)
    {
        Type = type;
        _algorithm = KeyAlgorithm.Of(type);
        _prepared = new PreparedKey(kept);
    }

    /// <summary>The curve of the key.</summary>
    public KeyType Type { get; }

    /// <summary>The length of a signature that <see cref="Verify"/> accepts; 0 for X25519.</summary>
    public int SignatureLength => _algorithm.SignatureLength;

    /// <summary>The form in which the algorithm keeps the key: raw, or 04 ‖ x ‖ y.</summary>
    internal ReadOnlySpan<byte> Kept => _prepared.Bytes;

    /// <summary>Reads raw key bytes: 32 bytes for Ed25519 and X25519, a SEC1 point (compressed or uncompressed) otherwise.</summary>
    /// <remarks>An Ed25519 key must be the canonical form of a point of prime order (RFC 8032 section 5.1.3): keys of small or mixed
    /// order are refused. An X25519 key may be any 32 bytes (RFC 7748 section 5); key agreement refuses an all-zero result.</remarks>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>, <see cref="CryptoErrorCode.Malformed"/> or
    /// <see cref="CryptoErrorCode.InvalidPoint"/>.</exception>
    public static PublicKey Import(KeyType type, ReadOnlySpan<byte> key) =>
        KeyAlgorithm.Of(type).TryReadPublic(key, out var kept) is { } refusal
            ? throw refusal.AsException("publicKey")
            : new PublicKey(type, kept);

    /// <summary>Reads raw key bytes; false for what <see cref="Import"/> refuses.</summary>
    public static bool TryImport(KeyType type, ReadOnlySpan<byte> key, [NotNullWhen(true)] out PublicKey? publicKey)
    {
        publicKey = KeyAlgorithm.Of(type).TryReadPublic(key, out var kept) is null ? new PublicKey(type, kept) : null;
        return publicKey is not null;
    }

    /// <summary>Returns the key bytes: 32 bytes for Ed25519 and X25519, the compressed SEC1 point otherwise.</summary>
    public byte[] Export() => _algorithm.ExportPublic(Kept);

    /// <summary>Returns the uncompressed SEC1 point: 04, x, y.</summary>
    /// <exception cref="InvalidOperationException">The key is not on a NIST curve or secp256k1.</exception>
    public byte[] ExportUncompressed() => Type is KeyType.Ed25519 or KeyType.X25519
        ? throw new InvalidOperationException($"A key of type {Type} is no SEC1 point; use Export.")
        : Kept.ToArray();

    /// <summary>Tells whether the signature was made over this message with the private key of this key.</summary>
    /// <remarks>Ed25519 as in RFC 8032 section 5.1.7 without cofactor, S &lt; L. ECDSA signatures are r and s, each in the length of the
    /// field (RFC 7518 section 3.4); s may lie in either half of its range.</remarks>
    /// <returns>False for every signature that does not fit, whatever its length or content.</returns>
    /// <exception cref="InvalidOperationException">The key is for key agreement only (X25519).</exception>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => _algorithm.Verify(_prepared, message, signature);

    /// <summary>Returns the X25519 key of the same secret, by the birational map of RFC 7748 section 4.1.</summary>
    /// <exception cref="InvalidOperationException">The key is not an Ed25519 key.</exception>
    public PublicKey ToX25519()
    {
        if (Type != KeyType.Ed25519) throw new InvalidOperationException($"A key of type {Type} has no X25519 form.");
        var converted = new byte[32];
        return Sodium.TryConvertPublicKey(Kept, converted)
            ? new PublicKey(KeyType.X25519, converted)
            : throw new CryptoException(CryptoErrorCode.InvalidPoint, "The Ed25519 public key has no X25519 form.", "publicKey");
    }

    /// <summary>Reads a multikey: multibase base58btc over multicodec and key bytes, as in did:key (Controlled Identifiers 1.0 section 2.2.2).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>, <see cref="CryptoErrorCode.Unsupported"/> (another kind of key),
    /// or what <see cref="Import"/> throws.</exception>
    public static PublicKey ParseMultikey(ReadOnlySpan<char> text) =>
        Multikey.TryReadPublic(text, out var key) is { } refusal ? throw refusal.AsException("multikey") : key!;

    /// <summary>Reads a multikey; false for what <see cref="ParseMultikey"/> refuses.</summary>
    public static bool TryParseMultikey(ReadOnlySpan<char> text, [NotNullWhen(true)] out PublicKey? key) =>
        Multikey.TryReadPublic(text, out key) is null && key is not null;

    /// <summary>Writes the key as a multikey in base58btc: the part of a did:key behind <c>did:key:</c>.</summary>
    public string ToMultikey() => Multikey.Write(_algorithm.PublicCodec, Export());

    /// <summary>Returns the multikey text; a public key is no secret.</summary>
    public override string ToString() => ToMultikey();

    /// <summary>Tells whether both are the same key.</summary>
    public static bool operator ==(PublicKey? left, PublicKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Tells whether they are different keys.</summary>
    public static bool operator !=(PublicKey? left, PublicKey? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(PublicKey? other) => other is not null && Type == other.Type && Kept.SequenceEqual(other.Kept);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Type);
        hash.AddBytes(Kept);
        return hash.ToHashCode();
    }
}

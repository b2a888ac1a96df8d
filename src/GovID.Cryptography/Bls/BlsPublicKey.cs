using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;

namespace GovID.Cryptography.Bls;

/// <summary>A validator's BLS verification key, or the sum of several: a point of G2 (ledger 10.1 to 10.3).</summary>
/// <remarks>
/// Immutable. A key that is read lies in the subgroup of order r and is not the identity. The first verification prepares the key, and
/// the next ones with the same object are faster: keep keys, and sums of keys, that are used again.
/// </remarks>
public sealed class BlsPublicKey : IEquatable<BlsPublicKey>
{
    /// <summary>The length of a key's bytes.</summary>
    public const int Length = G2Point.Length;

    private readonly G2Point _point;

    internal BlsPublicKey(G2Point point) => _point = point;

    /// <summary>Gets the generator that all networks use (ledger 10.1).</summary>
    public static G2Point Generator { get; } = G2Point.FromBytes(Convert.FromHexString(
        "16cb6e1f1b7803f30ab2c661196fe199af17d8ed193d98a3d0fa17638a3a1b831df541918f0e5acd0576998bfdb839318349b8acbb4106fe93e6a3d35a3f0081"
        + "07e2c4a7c9a5049f2cc9f9d7ced5049f4336f67843c5dc32ad940e397e252df7176a8f76fd15d536bc8d294ac7040f6cc8d560dad13de88c3dfa7260ec363452"));

    /// <summary>Compares two keys.</summary>
    public static bool operator ==(BlsPublicKey? left, BlsPublicKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two keys.</summary>
    public static bool operator !=(BlsPublicKey? left, BlsPublicKey? right) => !(left == right);

    /// <summary>Reads a key from base58 text, as <c>blskey</c> has it.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: not the base58 text of 128 bytes;
    /// otherwise as <see cref="FromBytes"/>.</exception>
    public static BlsPublicKey Parse(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Base58.TryDecode(text, bytes, out var written) && written == Length
            ? FromBytes(bytes)
            : throw new CryptoException(CryptoErrorCode.Malformed, $"A BLS key is the base58 text of {Length} bytes.", "blskey");
    }

    /// <summary>Reads a key from base58 text; false for what <see cref="Parse"/> refuses.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out BlsPublicKey? key)
    {
        key = null;
        Span<byte> bytes = stackalloc byte[Length];
        return Base58.TryDecode(text, bytes, out var written) && written == Length && TryFromBytes(bytes, out key);
    }

    /// <summary>Reads a key from 128 bytes, x.re ‖ x.im ‖ y.re ‖ y.im (ledger 10.2).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not 128 bytes; <see cref="CryptoErrorCode.Malformed"/>:
    /// a coordinate is not below p; <see cref="CryptoErrorCode.InvalidPoint"/>: off the curve, outside the subgroup, or the identity.</exception>
    public static BlsPublicKey FromBytes(ReadOnlySpan<byte> bytes) => new(G2Point.FromBytes(bytes));

    /// <summary>Reads a key from 128 bytes; false for what <see cref="FromBytes"/> refuses.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out BlsPublicKey? key)
    {
        key = G2Point.TryFromBytes(bytes, out var point) ? new(point) : null;
        return key is not null;
    }

    /// <summary>Adds keys into the one that verifies an aggregate of signatures over one message (ledger 10.6).</summary>
    /// <remarks>Sound only for keys whose possession was proven: <see cref="VerifyPossession"/>.</remarks>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static BlsPublicKey Aggregate(IReadOnlyList<BlsPublicKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count > 0
            ? new(G2Point.Sum(keys.Select(key => key._point)))
            : throw new ArgumentException("At least one key is needed.", nameof(keys));
    }

    /// <summary>Tells whether a signature, or an aggregate under the sum of the keys, is valid for a message (ledger 10.5).</summary>
    public bool Verify(ReadOnlySpan<byte> message, BlsSignature signature) => VerifyHash(Sha256.Hash(message), signature);

    /// <summary>Tells whether a proof of possession was made by the owner of this key (ledger 10.5).</summary>
    public bool VerifyPossession(BlsSignature proof) => VerifyHash(Keccak256.Hash(ToBytes()), proof);

    /// <summary>Returns the 128 bytes (ledger 10.2).</summary>
    public byte[] ToBytes() => _point.ToBytes();

    /// <summary>Returns the base58 text.</summary>
    public override string ToString() => Base58.Encode(ToBytes());

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] BlsPublicKey? other) => other is not null && _point.Equals(other._point);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as BlsPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => _point.GetHashCode();

    /// <summary>Checks e(−signature, generator)·e(H, key) = 1. A sum of keys that is the identity verifies nothing.</summary>
    private bool VerifyHash(ReadOnlySpan<byte> hash, BlsSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return !_point.IsIdentity
            && Pairing.IsProductOne((-signature.Point, Generator), (new G1Point(HashedPoint.Of(hash, out _)), _point));
    }
}

using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Encodings;

namespace GovID.Cryptography.Bls;

/// <summary>A BLS signature, a sum of several, or a proof of possession: a point of G1 (ledger 10.2, 10.5).</summary>
/// <remarks>Immutable. A signature that is read is on the curve and not the identity.</remarks>
public sealed class BlsSignature : IEquatable<BlsSignature>
{
    /// <summary>The length of a signature's bytes.</summary>
    public const int Length = G1Point.Length;

    internal BlsSignature(G1Point point) => Point = point;

    internal G1Point Point { get; }

    /// <summary>Compares two signatures.</summary>
    public static bool operator ==(BlsSignature? left, BlsSignature? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two signatures.</summary>
    public static bool operator !=(BlsSignature? left, BlsSignature? right) => !(left == right);

    /// <summary>Reads a signature from base58 text.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: not the base58 text of 128 bytes;
    /// otherwise as <see cref="FromBytes"/>.</exception>
    public static BlsSignature Parse(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Base58.TryDecode(text, bytes, out var written) && written == Length
            ? FromBytes(bytes)
            : throw new CryptoException(CryptoErrorCode.Malformed, $"A BLS signature is the base58 text of {Length} bytes.", "signature");
    }

    /// <summary>Reads a signature from base58 text; false for what <see cref="Parse"/> refuses.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out BlsSignature? signature)
    {
        signature = null;
        Span<byte> bytes = stackalloc byte[Length];
        return Base58.TryDecode(text, bytes, out var written) && written == Length && TryFromBytes(bytes, out signature);
    }

    /// <summary>Reads a signature from 128 bytes, 04 ‖ x ‖ y and 63 bytes that are ignored (ledger 10.2).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not 128 bytes; <see cref="CryptoErrorCode.Malformed"/>:
    /// the first byte is not 04, or a coordinate is not below p; <see cref="CryptoErrorCode.InvalidPoint"/>: off the curve, or the identity.</exception>
    public static BlsSignature FromBytes(ReadOnlySpan<byte> bytes) => new(G1Point.FromBytes(bytes));

    /// <summary>Reads a signature from 128 bytes; false for what <see cref="FromBytes"/> refuses.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out BlsSignature? signature)
    {
        signature = G1Point.TryFromBytes(bytes, out var point) ? new(point) : null;
        return signature is not null;
    }

    /// <summary>Adds signatures over one message into one (ledger 10.6).</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static BlsSignature Aggregate(IReadOnlyList<BlsSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        return signatures.Count > 0
            ? new(G1Point.Sum(signatures.Select(signature => signature.Point)))
            : throw new ArgumentException("At least one signature is needed.", nameof(signatures));
    }

    /// <summary>Returns the 128 bytes, the last 63 of them zero (ledger 10.2).</summary>
    public byte[] ToBytes() => Point.ToBytes();

    /// <summary>Returns the base58 text.</summary>
    public override string ToString() => Base58.Encode(ToBytes());

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] BlsSignature? other) => other is not null && Point.Equals(other.Point);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as BlsSignature);

    /// <inheritdoc/>
    public override int GetHashCode() => Point.GetHashCode();
}

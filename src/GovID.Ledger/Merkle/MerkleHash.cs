using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using GovID.Cryptography.Encodings;

namespace GovID.Ledger.Merkle;

/// <summary>A 32-byte hash of a ledger or state root, leaf or node. Its text is base58 (specification 1.1).</summary>
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>The number of bytes.</summary>
    public const int Length = 32;

    private const int MaxTextLength = 44;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Makes a hash from its bytes.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">There are more or fewer than 32 bytes.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (_a, _b, _c, _d) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>Says whether two hashes are equal.</summary>
    /// <param name="left">One hash.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(MerkleHash left, MerkleHash right) => left.Equals(right);

    /// <summary>Says whether two hashes differ.</summary>
    /// <param name="left">One hash.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(MerkleHash left, MerkleHash right) => !left.Equals(right);

    /// <summary>Reads the base58 text of a hash.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member to name in a refusal.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="LedgerException">The text is not base58 of 32 bytes (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static MerkleHash Parse(string text, string? field = null) => TryParse(text, out var hash)
        ? hash
        : throw new LedgerException(LedgerErrorCode.Malformed, $"{field ?? "The hash"} must be base58 of {Length} bytes.", field);

    /// <summary>Reads the base58 text of a hash.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">The hash, or zeros.</param>
    /// <returns>Whether the text is base58 of 32 bytes.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MerkleHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length + 16];
        hash = default;
        if (text is null || text.Length > MaxTextLength || !Base58.TryDecode(text, bytes, out var written) || written != Length)
            return false;

        hash = new MerkleHash(bytes[..Length]);
        return true;
    }

    /// <summary>Writes the bytes to the first 32 places of a span.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The span is shorter.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Length)
            throw new ArgumentException($"The destination needs {Length} bytes.", nameof(destination));
        MemoryMarshal.Write(destination, in this);
    }

    /// <summary>Copies the bytes.</summary>
    /// <returns>A new array of 32 bytes.</returns>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_a, _b, _c, _d);

    /// <summary>Writes base58.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Base58.Encode(bytes);
    }
}

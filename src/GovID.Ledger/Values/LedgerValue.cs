using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Values;

/// <summary>
/// An immutable JSON-shaped value as the ledger keeps it: integers exact, members in the order received, written in the ledger's two
/// serialisations (specification 1.1, 1.3). The kinds are closed: <see cref="LedgerNull"/>, <see cref="LedgerBoolean"/>,
/// <see cref="LedgerInteger"/>, <see cref="LedgerFloat"/>, <see cref="LedgerText"/>, <see cref="LedgerBytes"/>,
/// <see cref="LedgerList"/>, <see cref="LedgerMap"/>.
/// </summary>
public abstract class LedgerValue : IEquatable<LedgerValue>
{
    private protected LedgerValue()
    {
    }

    /// <summary>Gets the null value.</summary>
    public static LedgerValue Null => LedgerNull.Instance;

    /// <summary>Makes a text, or the null value from a null reference.</summary>
    /// <param name="value">Text without lone surrogates.</param>
    public static implicit operator LedgerValue(string? value) => value is null ? LedgerNull.Instance : new LedgerText(value);

    /// <summary>Makes an integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LedgerValue(long value) => new LedgerInteger(value);

    /// <summary>Makes an integer of any size.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LedgerValue(BigInteger value) => new LedgerInteger(value);

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator LedgerValue(bool value) => value ? LedgerBoolean.True : LedgerBoolean.False;

    /// <summary>Says whether two values are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(LedgerValue? left, LedgerValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(LedgerValue? left, LedgerValue? right) => !(left == right);

    /// <summary>
    /// Reads one JSON value strictly: duplicate members, lone surrogates, bytes that are not UTF-8, trailing text, comments and everything
    /// beyond the limits are refused.
    /// </summary>
    /// <param name="utf8">The whole input.</param>
    /// <param name="limits">The bounds; <see cref="JsonLimits.Document"/> when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="LedgerException">The input is refused; <see cref="LedgerException.Field"/> names the member path.</exception>
    public static LedgerValue Parse(ReadOnlySpan<byte> utf8, JsonLimits? limits = null) =>
        JsonValueReader.Read(utf8, limits ?? JsonLimits.Document);

    /// <summary>Reads one JSON value strictly from a text; see the overload for bytes.</summary>
    /// <param name="json">The whole input.</param>
    /// <param name="limits">The bounds; <see cref="JsonLimits.Document"/> when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="LedgerException">The input is refused.</exception>
    public static LedgerValue Parse(string json, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= JsonLimits.Document;
        if (json.Length > limits.MaxBytes)
            throw new LedgerException(LedgerErrorCode.TooLarge, $"The input is longer than {limits.MaxBytes} bytes.");
        if (LedgerText.HasLoneSurrogate(json))
            throw new LedgerException(LedgerErrorCode.Malformed, "The input contains half of a surrogate pair.");

        return Parse(Encoding.UTF8.GetBytes(json), limits);
    }

    /// <summary>Reads one JSON value strictly, answering false where <see cref="Parse(ReadOnlySpan{byte}, JsonLimits?)"/> refuses.</summary>
    /// <param name="utf8">The whole input.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="limits">The bounds; <see cref="JsonLimits.Document"/> when null.</param>
    /// <returns>Whether the input was read.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out LedgerValue? value, JsonLimits? limits = null)
    {
        try
        {
            value = Parse(utf8, limits);
            return true;
        }
        catch (LedgerException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Writes state JSON: members sorted by code point, no spaces, non-ASCII as itself (specification 1.1).</summary>
    /// <returns>The text.</returns>
    /// <exception cref="LedgerException">The value contains bytes, which JSON cannot carry (<see cref="LedgerErrorCode.NotRepresentable"/>).</exception>
    public string ToStateJson()
    {
        var writer = new ByteWriter(stackalloc byte[512]);
        try
        {
            StateJsonWriter.Write(ref writer, this);
            return Encoding.UTF8.GetString(writer.Written);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes state JSON as UTF-8; see <see cref="ToStateJson"/>.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="LedgerException">The value contains bytes, which JSON cannot carry (<see cref="LedgerErrorCode.NotRepresentable"/>).</exception>
    public byte[] ToStateJsonBytes()
    {
        var writer = new ByteWriter(stackalloc byte[512]);
        try
        {
            StateJsonWriter.Write(ref writer, this);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes ledger MessagePack: members sorted by code point at every level, shortest forms (specification 1.3).</summary>
    /// <returns>The bytes; those of a transaction are its Merkle leaf.</returns>
    /// <exception cref="LedgerException">An integer needs more than 64 bits (<see cref="LedgerErrorCode.NotRepresentable"/>).</exception>
    public byte[] ToMessagePack() => MessagePack.Write(this);

    /// <summary>Compares by content: kinds must agree, members compare without regard to their order, integers and floats never equal.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>Whether both are equal.</returns>
    public bool Equals(LedgerValue? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && EqualsSameKind(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as LedgerValue);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => ContentHash();

    /// <summary>Prints JSON for people who debug, with bytes as hexadecimal text; <see cref="ToStateJson"/> is the exact form.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString()
    {
        var writer = new ByteWriter(stackalloc byte[512]);
        try
        {
            StateJsonWriter.Write(ref writer, this, bytesAsHex: true);
            return Encoding.UTF8.GetString(writer.Written);
        }
        finally
        {
            writer.Dispose();
        }
    }

    private protected abstract bool EqualsSameKind(LedgerValue other);

    private protected abstract int ContentHash();
}

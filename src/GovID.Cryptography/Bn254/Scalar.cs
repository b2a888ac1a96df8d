using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254;

/// <summary>An integer modulo r, the order of the three groups (AnonCreds 10.1). Arithmetic and comparison take constant time.</summary>
/// <remarks>A plain value that nobody can wipe; keys that live long belong into a type that owns its memory.</remarks>
public readonly struct Scalar : IEquatable<Scalar>
{
    /// <summary>The length of a scalar's bytes.</summary>
    public const int Length = Fr.Length;

    /// <summary>The longest integer that <see cref="Reduce"/> takes, in bytes.</summary>
    public const int MaximumReducedLength = 4096;

    private readonly Fr _value;

    private Scalar(Fr value) => _value = value;

    /// <summary>Gets 0.</summary>
    public static Scalar Zero => default;

    /// <summary>Gets 1.</summary>
    public static Scalar One => new(Fr.One);

    /// <summary>Gets whether this is 0.</summary>
    public bool IsZero => _value.IsZero;

    /// <summary>Adds modulo r.</summary>
    public static Scalar operator +(Scalar left, Scalar right) => new(left._value + right._value);

    /// <summary>Subtracts modulo r.</summary>
    public static Scalar operator -(Scalar left, Scalar right) => new(left._value - right._value);

    /// <summary>Negates modulo r.</summary>
    public static Scalar operator -(Scalar value) => new(Fr.Zero - value._value);

    /// <summary>Multiplies modulo r.</summary>
    public static Scalar operator *(Scalar left, Scalar right) => new(left._value * right._value);

    /// <summary>Compares in constant time.</summary>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Compares in constant time.</summary>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <summary>Returns the scalar of a small integer.</summary>
    public static Scalar FromInteger(ulong value) => new(Fr.FromInteger(value));

    /// <summary>Draws a scalar from 384 random bits, so that none is more likely than another by more than 2⁻¹³⁰.</summary>
    public static Scalar Random()
    {
        Span<byte> bytes = stackalloc byte[48];
        RandomBytes.Fill(bytes);
        var scalar = new Scalar(Fr.ReadReduced(bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return scalar;
    }

    /// <summary>Reads a big-endian integer of any size and reduces it modulo r.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: more than <see cref="MaximumReducedLength"/> bytes.</exception>
    public static Scalar Reduce(ReadOnlySpan<byte> bigEndian) => bigEndian.Length <= MaximumReducedLength
        ? new(Fr.ReadReduced(bigEndian))
        : throw new CryptoException(CryptoErrorCode.LimitExceeded, $"An integer to reduce has at most {MaximumReducedLength} bytes.", "scalar");

    /// <summary>Reads up to 32 bytes, big-endian; shorter input counts as padded on the left (AnonCreds 10.4).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: none or more than 32 bytes;
    /// <see cref="CryptoErrorCode.Malformed"/>: the integer is not below r.</exception>
    public static Scalar FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Length > Length)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A scalar has 1 to {Length} bytes, not {bytes.Length}.", "scalar");
        return TryFromBytes(bytes, out var scalar)
            ? scalar
            : throw new CryptoException(CryptoErrorCode.Malformed, "A scalar must be below the order of the group.", "scalar");
    }

    /// <summary>Reads up to 32 bytes; false for what <see cref="FromBytes"/> refuses.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Scalar scalar)
    {
        scalar = default;
        if (bytes.IsEmpty || bytes.Length > Length)
            return false;
        Span<byte> padded = stackalloc byte[Length];
        padded.Clear();
        bytes.CopyTo(padded[(Length - bytes.Length)..]);
        var valid = Fr.TryRead(padded, out var value);
        CryptographicOperations.ZeroMemory(padded);
        scalar = new(value);
        return valid;
    }

    /// <summary>Reads the text form: hexadecimal digits of either case, reduced modulo r (AnonCreds 10.3).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: no digits, more than 70, or another character.</exception>
    public static Scalar ParseText(ReadOnlySpan<char> text) => TryParseText(text, out var scalar)
        ? scalar
        : throw new CryptoException(CryptoErrorCode.Malformed, "A scalar is 1 to 70 hexadecimal digits.", "scalar");

    /// <summary>Reads the text form; false for what <see cref="ParseText"/> refuses.</summary>
    public static bool TryParseText(ReadOnlySpan<char> text, out Scalar scalar)
    {
        Span<byte> bytes = stackalloc byte[ElementText.MaximumDigits / 2];
        var valid = ElementText.TryReadDigits(text, bytes);
        scalar = valid ? new(Fr.ReadReduced(bytes)) : default;
        CryptographicOperations.ZeroMemory(bytes);
        return valid;
    }

    /// <summary>Inverts every scalar in place with a single inversion.</summary>
    /// <exception cref="ArgumentException">One of them is 0; nothing is changed then.</exception>
    public static void InvertAll(Span<Scalar> scalars)
    {
        var products = new Fr[scalars.Length];
        var product = Fr.One;
        for (var i = 0; i < scalars.Length; i++)
        {
            products[i] = product;
            product *= scalars[i]._value;
        }

        if (product.IsZero)
            throw new ArgumentException("Zero has no inverse.", nameof(scalars));
        var inverse = product.Invert();
        for (var i = scalars.Length - 1; i >= 0; i--)
        {
            var own = inverse * products[i];
            inverse *= scalars[i]._value;
            scalars[i] = new(own);
        }
    }

    /// <summary>Inverts modulo r.</summary>
    /// <exception cref="InvalidOperationException">This is 0.</exception>
    public Scalar Invert() => IsZero ? throw new InvalidOperationException("Zero has no inverse.") : new(_value.Invert());

    /// <summary>Returns the 32 bytes, big-endian.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        _value.Write(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes, big-endian, so that the caller may wipe them.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Length"/>.</exception>
    public void WriteBytes(Span<byte> destination)
    {
        if (destination.Length < Length)
            throw new ArgumentException($"The destination needs {Length} bytes.", nameof(destination));
        _value.Write(destination);
    }

    /// <summary>Returns the text form: 64 upper-case hexadecimal digits (AnonCreds 10.3). Unlike <see cref="ToString"/> it shows the value.</summary>
    public string ToText() => Convert.ToHexString(ToBytes());

    /// <inheritdoc/>
    public bool Equals(Scalar other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Returns <c>[redacted]</c>, since most scalars are secret; <see cref="ToText"/> shows the value.</summary>
    public override string ToString() => "[redacted]";
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovID.Cryptography.Bn254.Internal.Fields;
using GovID.Cryptography.Bn254.Internal.Pairings;

namespace GovID.Cryptography.Bn254;

/// <summary>A value of the pairing: an element of the subgroup of order r of Fp12, written multiplicatively (AnonCreds 10.1).</summary>
/// <remarks>Immutable; readers refuse elements outside the subgroup.</remarks>
public sealed class Gt : IEquatable<Gt>
{
    /// <summary>The length of an element's bytes, of which the last 128 are zero.</summary>
    public const int Length = 512;

    private const int Coefficients = 12;

    internal Gt(in Fp12 value) => Value = value;

    /// <summary>Gets 1.</summary>
    public static Gt One { get; } = new(Fp12.One);

    /// <summary>Gets whether this is 1.</summary>
    public bool IsOne => Value == Fp12.One;

    internal Fp12 Value { get; }

    /// <summary>Multiplies two elements.</summary>
    public static Gt operator *(Gt left, Gt right) => new(left.Value * right.Value);

    /// <summary>Divides by an element.</summary>
    public static Gt operator /(Gt left, Gt right) => new(left.Value * right.Value.Conjugate());

    /// <summary>Compares two elements.</summary>
    public static bool operator ==(Gt? left, Gt? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two elements.</summary>
    public static bool operator !=(Gt? left, Gt? right) => !(left == right);

    /// <summary>Reads 512 bytes: twelve coefficients in the order of the text form, then 128 bytes that must be zero (AnonCreds 10.4).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not 512 bytes; <see cref="CryptoErrorCode.Malformed"/>:
    /// a coefficient is not below p, or the end is not zero; <see cref="CryptoErrorCode.InvalidPoint"/>: outside the subgroup.</exception>
    public static Gt FromBytes(ReadOnlySpan<byte> bytes) =>
        Read(bytes, out var element) is { } refusal ? throw Refused(refusal) : element!;

    /// <summary>Reads 512 bytes; false for what <see cref="FromBytes"/> refuses.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Gt? element) => Read(bytes, out element) is null;

    /// <summary>Reads the text form: 24 tokens (AnonCreds 10.3).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: another number of tokens, separators other than single
    /// spaces, a counter that is 0, no digits or more than 70; <see cref="CryptoErrorCode.InvalidPoint"/>: outside the subgroup.</exception>
    public static Gt ParseText(ReadOnlySpan<char> text) => Read(text, out var element) is { } refusal ? throw Refused(refusal) : element!;

    /// <summary>Reads the text form; false for what <see cref="ParseText"/> refuses.</summary>
    public static bool TryParseText(ReadOnlySpan<char> text, [NotNullWhen(true)] out Gt? element) => Read(text, out element) is null;

    /// <summary>Inverts: the conjugate, since the element has norm 1.</summary>
    public Gt Invert() => new(Value.Conjugate());

    /// <summary>Raises to an exponent that may be secret: neither time nor memory accesses depend on it.</summary>
    public Gt Power(Scalar exponent)
    {
        Span<byte> bytes = stackalloc byte[Scalar.Length];
        exponent.WriteBytes(bytes);
        var power = GtExponentiation.Secret(Value, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return new(power);
    }

    /// <summary>Raises to a public exponent, about twice as fast as <see cref="Power"/>: the time depends on the exponent.</summary>
    public Gt PowerPublic(Scalar exponent) => new(GtExponentiation.Public(Value, exponent.ToBytes()));

    /// <summary>Returns the 512 bytes (AnonCreds 10.4).</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        var coefficients = CoefficientsOf(Value);
        for (var i = 0; i < coefficients.Length; i++)
            coefficients[i].Write(bytes.AsSpan(i * Fp.Length));
        return bytes;
    }

    /// <summary>Returns the text form (AnonCreds 10.3).</summary>
    public string ToText() => ElementText.Write(CoefficientsOf(Value));

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] Gt? other) => other is not null && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Gt);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Returns the text form.</summary>
    public override string ToString() => ToText();

    private static CryptoErrorCode? Read(ReadOnlySpan<byte> bytes, out Gt? element)
    {
        element = null;
        if (bytes.Length != Length)
            return CryptoErrorCode.WrongLength;
        if (bytes[(Coefficients * Fp.Length)..].ContainsAnyExcept((byte)0))
            return CryptoErrorCode.Malformed;
        Span<Fp> coefficients = stackalloc Fp[Coefficients];
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (!Fp.TryRead(bytes.Slice(i * Fp.Length, Fp.Length), out coefficients[i]))
                return CryptoErrorCode.Malformed;
        }

        return Check(FromCoefficients(coefficients), out element);
    }

    private static CryptoErrorCode? Read(ReadOnlySpan<char> text, out Gt? element)
    {
        element = null;
        Span<Fp> coefficients = stackalloc Fp[Coefficients];
        return ElementText.TryRead(text, coefficients)
            ? Check(FromCoefficients(coefficients), out element)
            : CryptoErrorCode.Malformed;
    }

    private static CryptoErrorCode? Check(in Fp12 value, out Gt? element)
    {
        var valid = GtExponentiation.IsInGroup(value);
        element = valid ? new(value) : null;
        return valid ? null : CryptoErrorCode.InvalidPoint;
    }

    private static CryptoException Refused(CryptoErrorCode code) => new(
        code,
        code switch
        {
            CryptoErrorCode.WrongLength => $"An element of GT has {Length} bytes.",
            CryptoErrorCode.Malformed => "An element of GT needs twelve coefficients below p and zeros, or 24 tokens of text.",
            _ => "The element is outside the group of order r.",
        },
        "element");

    /// <summary>Lists the coefficients of w⁰, w³, w¹, w⁴, w², w⁵, each with its real part first: a.lo, a.hi, b.lo, b.hi, c.lo, c.hi.</summary>
    private static Fp[] CoefficientsOf(in Fp12 f) =>
    [
        f.C0.C0.A, f.C0.C0.B, f.C1.C1.A, f.C1.C1.B, f.C1.C0.A, f.C1.C0.B,
        f.C0.C2.A, f.C0.C2.B, f.C0.C1.A, f.C0.C1.B, f.C1.C2.A, f.C1.C2.B,
    ];

    private static Fp12 FromCoefficients(ReadOnlySpan<Fp> c) => new(
        new(new(c[0], c[1]), new(c[8], c[9]), new(c[6], c[7])),
        new(new(c[4], c[5]), new(c[2], c[3]), new(c[10], c[11])));
}

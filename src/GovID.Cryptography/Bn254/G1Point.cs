using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254;

/// <summary>A point of G1: the curve y² = x³ + 2 over the prime field, whose order is the prime r (AnonCreds 10.1, ledger 10.1).</summary>
/// <remarks>Immutable. Every point of the curve belongs to the group, so that a reader has only the equation to check.</remarks>
public sealed class G1Point : IEquatable<G1Point>
{
    /// <summary>The length of a point's bytes.</summary>
    public const int Length = 128;

    /// <summary>The most terms of one sum of products.</summary>
    public const int MaximumTerms = 4096;

    /// <summary>The first byte of a point with both coordinates.</summary>
    private const byte UncompressedTag = 4;

    internal G1Point(in ProjectiveG1 coordinates) => Coordinates = coordinates;

    /// <summary>Gets the generator (p−1, 1) (AnonCreds 10.1).</summary>
    public static G1Point Generator { get; } = new(ProjectiveG1.Generator);

    /// <summary>Gets the point at infinity.</summary>
    public static G1Point Identity { get; } = new(ProjectiveG1.Identity);

    /// <summary>Gets whether this is the point at infinity.</summary>
    public bool IsIdentity => Coordinates.IsIdentity;

    internal ProjectiveG1 Coordinates { get; }

    /// <summary>Adds two points.</summary>
    public static G1Point operator +(G1Point left, G1Point right) => new(left.Coordinates.Add(right.Coordinates));

    /// <summary>Subtracts a point.</summary>
    public static G1Point operator -(G1Point left, G1Point right) => new(left.Coordinates.Add(right.Coordinates.Negate()));

    /// <summary>Negates a point.</summary>
    public static G1Point operator -(G1Point point) => new(point.Coordinates.Negate());

    /// <summary>Multiplies by a scalar in constant time, as <see cref="Multiply"/> does.</summary>
    public static G1Point operator *(G1Point point, Scalar scalar) => point.Multiply(scalar);

    /// <summary>Compares two points, whatever their coordinates.</summary>
    public static bool operator ==(G1Point? left, G1Point? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two points, whatever their coordinates.</summary>
    public static bool operator !=(G1Point? left, G1Point? right) => !(left == right);

    /// <summary>Draws a point: the generator times a random scalar (AnonCreds 10.5).</summary>
    public static G1Point Random() => Generator.Multiply(Scalar.Random());

    /// <summary>Returns the sum of points.</summary>
    public static G1Point Sum(IEnumerable<G1Point> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var sum = ProjectiveG1.Identity;
        foreach (var point in points)
            sum = sum.Add(point.Coordinates);
        return new(sum);
    }

    /// <summary>Returns Σ scalarᵢ·pointᵢ, for public scalars only: the time depends on them.</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or are longer than <see cref="MaximumTerms"/>.</exception>
    public static G1Point SumOfPublicProducts(ReadOnlySpan<G1Point> points, ReadOnlySpan<Scalar> scalars)
    {
        if (points.Length != scalars.Length || points.Length > MaximumTerms)
            throw new ArgumentException($"As many scalars as points, at most {MaximumTerms}, are needed.", nameof(scalars));
        var coordinates = new ProjectiveG1[points.Length];
        var bytes = new byte[points.Length * Scalar.Length];
        for (var i = 0; i < points.Length; i++)
        {
            coordinates[i] = points[i].Coordinates;
            scalars[i].WriteBytes(bytes.AsSpan(i * Scalar.Length));
        }

        return new(G1Multiplication.Public(coordinates, bytes));
    }

    /// <summary>Reads 04 ‖ x ‖ y and 63 bytes without meaning (AnonCreds 10.4, ledger 10.2).</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="allowIdentity">Whether the point at infinity, x = 0 and y = 1, may be read; specifications rarely allow it.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: not 128 bytes; <see cref="CryptoErrorCode.Malformed"/>:
    /// the first byte is not 04, or a coordinate is not below p; <see cref="CryptoErrorCode.InvalidPoint"/>: off the curve, or the identity.</exception>
    public static G1Point FromBytes(ReadOnlySpan<byte> bytes, bool allowIdentity = false) =>
        Read(bytes, allowIdentity, out var point) is { } refusal ? throw Refused(refusal) : point!;

    /// <summary>Reads 128 bytes; false for what <see cref="FromBytes"/> refuses.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out G1Point? point, bool allowIdentity = false) =>
        Read(bytes, allowIdentity, out point) is null;

    /// <summary>Reads the text form: 6 tokens, homogeneous coordinates X Y Z (AnonCreds 10.3).</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowIdentity">Whether the point at infinity, Z = 0, may be read: for accumulators and witnesses only.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: another number of tokens, separators other than single
    /// spaces, a counter that is 0, no digits or more than 70; <see cref="CryptoErrorCode.InvalidPoint"/>: off the curve, or the identity.</exception>
    public static G1Point ParseText(ReadOnlySpan<char> text, bool allowIdentity = false) =>
        Read(text, allowIdentity, out var point) is { } refusal ? throw Refused(refusal) : point!;

    /// <summary>Reads the text form; false for what <see cref="ParseText"/> refuses.</summary>
    public static bool TryParseText(ReadOnlySpan<char> text, [NotNullWhen(true)] out G1Point? point, bool allowIdentity = false) =>
        Read(text, allowIdentity, out point) is null;

    /// <summary>Multiplies by a scalar that may be secret: neither time nor memory accesses depend on it.</summary>
    public G1Point Multiply(Scalar scalar)
    {
        Span<byte> bytes = stackalloc byte[Scalar.Length];
        scalar.WriteBytes(bytes);
        var product = G1Multiplication.Secret(Coordinates, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return new(product);
    }

    /// <summary>Multiplies by a public scalar, about 2 times as fast as <see cref="Multiply"/>: the time depends on the scalar.</summary>
    public G1Point MultiplyPublic(Scalar scalar) => SumOfPublicProducts([this], [scalar]);

    /// <summary>Returns the 128 bytes; the identity has x = 0, y = 1 (AnonCreds 10.4).</summary>
    public byte[] ToBytes()
    {
        var (x, y) = ToAffine();
        var bytes = new byte[Length];
        bytes[0] = UncompressedTag;
        x.Write(bytes.AsSpan(1));
        y.Write(bytes.AsSpan(1 + Fp.Length));
        return bytes;
    }

    /// <summary>Returns the text form with Z = 1, for the identity X = 0, Y = 1, Z = 0 (AnonCreds 10.3).</summary>
    public string ToText()
    {
        var (x, y) = ToAffine();
        var z = IsIdentity ? Fp.Zero : Fp.One;
        return ElementText.Write([x, y, z]);
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] G1Point? other) => other is not null && Coordinates.Represents(other.Coordinates);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as G1Point);

    /// <inheritdoc/>
    public override int GetHashCode() => ToAffine().GetHashCode();

    /// <summary>Returns the text form.</summary>
    public override string ToString() => ToText();

    private static CryptoErrorCode? Read(ReadOnlySpan<byte> bytes, bool allowIdentity, out G1Point? point)
    {
        point = null;
        if (bytes.Length != Length)
            return CryptoErrorCode.WrongLength;
        if (bytes[0] != UncompressedTag || !Fp.TryRead(bytes.Slice(1, Fp.Length), out var x) || !Fp.TryRead(bytes.Slice(1 + Fp.Length, Fp.Length), out var y))
            return CryptoErrorCode.Malformed;
        var identity = x.IsZero && y == Fp.One;
        return Check(identity ? ProjectiveG1.Identity : new(x, y, Fp.One), allowIdentity, out point);
    }

    private static CryptoErrorCode? Read(ReadOnlySpan<char> text, bool allowIdentity, out G1Point? point)
    {
        point = null;
        Span<Fp> e = stackalloc Fp[3];
        if (!ElementText.TryRead(text, e))
            return CryptoErrorCode.Malformed;
        var (x, y, z) = (e[0], e[1], e[2]);
        var identity = x.IsZero && z.IsZero;
        return Check(identity ? ProjectiveG1.Identity : new(x, y, z), allowIdentity, out point);
    }

    private static CryptoErrorCode? Check(in ProjectiveG1 coordinates, bool allowIdentity, out G1Point? point)
    {
        var valid = coordinates.IsIdentity ? allowIdentity && coordinates.X.IsZero : coordinates.IsOnCurve();
        point = valid ? new(coordinates) : null;
        return valid ? null : CryptoErrorCode.InvalidPoint;
    }

    private static CryptoException Refused(CryptoErrorCode code) => new(
        code,
        code switch
        {
            CryptoErrorCode.WrongLength => $"A point of G1 has {Length} bytes.",
            CryptoErrorCode.Malformed => "A point of G1 needs 04 and coordinates below p, or six tokens of text.",
            _ => "The point is off the curve, or is the identity where that is not allowed.",
        },
        "point");

    /// <summary>Returns x and y, or (0, 1) for the identity.</summary>
    private (Fp X, Fp Y) ToAffine()
    {
        if (IsIdentity)
            return (Fp.Zero, Fp.One);
        var inverse = Coordinates.Z.Invert();
        return (Coordinates.X * inverse, Coordinates.Y * inverse);
    }
}

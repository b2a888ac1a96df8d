using System.Security.Cryptography;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254;

/// <summary>Multiplies one point by many scalars that may be secret; its table has 176 KB. Immutable.</summary>
public sealed class G2Multiples
{
    private const int Lanes = 256;

    private readonly SecretTableG2 _table;
    private readonly AffineG2 _offset;
    private readonly AffineG2 _opposite;

    /// <summary>Makes the table of a point.</summary>
    /// <exception cref="ArgumentException">The point is the identity.</exception>
    public G2Multiples(G2Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.IsIdentity)
            throw new ArgumentException("The identity has no multiples but itself.", nameof(point));
        _table = new SecretTableG2(point.Coordinates);

        // Sums begin at a random multiple, so that none of them meets a table entry or the identity on its way.
        AffineG2.TryRead(point.Multiply(Scalar.Random()).ToBytes(), out _offset);
        _opposite = _offset.Negate();
    }

    /// <summary>Writes the multiples, 128 bytes for each scalar (AnonCreds 10.4). Neither time nor memory accesses depend on the scalars.</summary>
    /// <exception cref="ArgumentException">The destination has another length, or a scalar is 0.</exception>
    public void WriteMultiples(ReadOnlySpan<Scalar> scalars, Span<byte> destination)
    {
        if (destination.Length != scalars.Length * G2Point.Length)
            throw new ArgumentException($"The destination needs {G2Point.Length} bytes for each scalar.", nameof(destination));
        var additions = new AffineAdditions(Math.Min(Lanes, scalars.Length));
        for (var start = 0; start < scalars.Length; start += Lanes)
        {
            var count = Math.Min(Lanes, scalars.Length - start);
            Run(additions, scalars.Slice(start, count), destination.Slice(start * G2Point.Length, count * G2Point.Length));
        }
    }

    private void Run(AffineAdditions additions, ReadOnlySpan<Scalar> scalars, Span<byte> destination)
    {
        var digits = new sbyte[scalars.Length * SecretTableG2.Windows];
        var sums = new AffineG2[scalars.Length];
        var terms = new AffineG2[scalars.Length];
        var previous = new AffineG2[scalars.Length];
        WriteDigits(scalars, digits);
        Array.Fill(sums, _offset);
        for (var window = 0; window < SecretTableG2.Windows; window++)
        {
            for (var i = 0; i < terms.Length; i++)
                terms[i] = _table.Lookup(window, digits[(i * SecretTableG2.Windows) + window]);
            sums.CopyTo(previous, 0);
            RequireAll(additions.Run(sums, terms));
            for (var i = 0; i < sums.Length; i++)
                sums[i] = Keep(digits[(i * SecretTableG2.Windows) + window], previous[i], sums[i]);
        }

        Array.Fill(terms, _opposite);
        RequireAll(additions.Run(sums, terms));
        for (var i = 0; i < sums.Length; i++)
            sums[i].Write(destination[(i * G2Point.Length)..]);
        CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(digits.AsSpan()));
    }

    private static void WriteDigits(ReadOnlySpan<Scalar> scalars, Span<sbyte> digits)
    {
        Span<byte> bytes = stackalloc byte[Scalar.Length];
        for (var i = 0; i < scalars.Length; i++)
        {
            if (scalars[i].IsZero)
                throw new ArgumentException("A scalar is 0.", nameof(scalars));
            scalars[i].WriteBytes(bytes);
            SecretTableG2.WriteDigits(bytes, digits.Slice(i * SecretTableG2.Windows, SecretTableG2.Windows));
        }

        CryptographicOperations.ZeroMemory(bytes);
    }

    /// <summary>Returns the sum before where the digit is 0, the sum after otherwise, without a branch.</summary>
    private static AffineG2 Keep(sbyte digit, in AffineG2 before, in AffineG2 after)
    {
        var zero = SecretTableG2.MaskOfZero(digit);
        return new(Fp2.Select(zero, before.X, after.X), Fp2.Select(zero, before.Y, after.Y));
    }

    private static void RequireAll(int leftOut)
    {
        if (leftOut != 0)
            throw new InvalidOperationException("Two points met that only meet when the random number generator repeats itself.");
    }
}

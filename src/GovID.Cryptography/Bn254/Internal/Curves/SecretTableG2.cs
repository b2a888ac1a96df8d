using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>The multiples 1 to 32 of 64ʷ·P for each window of six bits. A lookup reads a whole window, whatever the digit.</summary>
internal sealed class SecretTableG2
{
    /// <summary>How many digits a scalar has.</summary>
    public const int Windows = 43;

    private const int Bits = 6;
    private const int Entries = 1 << (Bits - 1);
    private const int Vectors = 4;

    private readonly AffineG2[] _table = new AffineG2[Windows * Entries];

    public SecretTableG2(in ProjectiveG2 point)
    {
        var multiples = new ProjectiveG2[_table.Length];
        var first = point;
        for (var window = 0; window < Windows; window++)
        {
            var own = multiples.AsSpan(window * Entries, Entries);
            own[0] = first;
            for (var i = 1; i < Entries; i++)
                own[i] = own[i - 1].Add(first);
            first = own[Entries - 1].Double();
        }

        ToAffine(multiples, _table);
    }

    /// <summary>Writes the digits of a scalar of 32 bytes, lowest first, each −31 to 32, without a branch on it.</summary>
    public static void WriteDigits(ReadOnlySpan<byte> scalar, Span<sbyte> digits)
    {
        unchecked
        {
            var carry = 0;
            for (var window = 0; window < Windows; window++)
            {
                var value = carry;
                for (var bit = 0; bit < Bits; bit++)
                {
                    var position = (window * Bits) + bit;
                    if (position < 8 * Fr.Length)
                        value += ((scalar[Fr.Length - 1 - (position / 8)] >> (position % 8)) & 1) << bit;
                }

                carry = (Entries - value) >>> 31;
                digits[window] = (sbyte)(value - (carry << Bits));
            }
        }
    }

    /// <summary>Returns all ones for 0 and zero for any other digit, without a branch.</summary>
    public static ulong MaskOfZero(int digit) => unchecked((ulong)(((long)(uint)digit - 1) >> 63));

    /// <summary>Returns digit·64ʷ·P; for the digit 0 a point that must not be used.</summary>
    public AffineG2 Lookup(int window, int digit)
    {
        unchecked
        {
            var sign = digit >> 31;
            var magnitude = (digit ^ sign) - sign;
            var entries = MemoryMarshal.Cast<AffineG2, Vector256<ulong>>(_table.AsSpan(window * Entries, Entries));
            Span<AffineG2> found = stackalloc AffineG2[1];
            var result = MemoryMarshal.Cast<AffineG2, Vector256<ulong>>(found);
            Vector256<ulong> a = default, b = default, c = default, d = default;
            for (var i = 0; i < Entries; i++)
            {
                // The digit 0 reads the first entry: any point that lies on the curve will do.
                var wanted = MaskOfZero((i + 1) ^ magnitude) | (MaskOfZero(magnitude) & MaskOfZero(i));
                var mask = Vector256.Create(wanted);
                a |= entries[Vectors * i] & mask;
                b |= entries[(Vectors * i) + 1] & mask;
                c |= entries[(Vectors * i) + 2] & mask;
                d |= entries[(Vectors * i) + 3] & mask;
            }

            (result[0], result[1], result[2], result[3]) = (a, b, c, d);
            return new(found[0].X, Fp2.Select((ulong)(long)sign, -found[0].Y, found[0].Y));
        }
    }

    /// <summary>Divides by Z with one inversion for all points, none of which is the identity.</summary>
    private static void ToAffine(ReadOnlySpan<ProjectiveG2> points, Span<AffineG2> destination)
    {
        var products = new Fp2[points.Length];
        var product = Fp2.One;
        for (var i = 0; i < points.Length; i++)
        {
            products[i] = product;
            product *= points[i].Z;
        }

        var inverse = product.Invert();
        for (var i = points.Length - 1; i >= 0; i--)
        {
            var own = inverse * products[i];
            inverse *= points[i].Z;
            destination[i] = new(points[i].X * own, points[i].Y * own);
        }
    }
}

using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>Scalar multiplication on G1. Scalars are 32 bytes, big-endian, below r.</summary>
internal static class G1Multiplication
{
    private const int Parts = 2;

    /// <summary>Multiplies by a secret scalar: the same operations and memory accesses whatever its value.</summary>
    public static ProjectiveG1 Secret(in ProjectiveG1 point, ReadOnlySpan<byte> scalar)
    {
        Span<ProjectiveG1> multiples = stackalloc ProjectiveG1[16];
        multiples[0] = ProjectiveG1.Identity;
        for (var i = 1; i < multiples.Length; i++)
            multiples[i] = multiples[i - 1].Add(point);

        var result = ProjectiveG1.Identity;
        for (var nibble = 0; nibble < 2 * Fr.Length; nibble++)
        {
            result = result.Double().Double().Double().Double();
            var digit = (scalar[nibble / 2] >> (nibble % 2 == 0 ? 4 : 0)) & 15;
            result = result.Add(Lookup(multiples, digit));
        }

        return result;
    }

    /// <summary>Returns Σ kᵢ·Pᵢ for public scalars, 32 bytes each, with all doublings shared.</summary>
    public static ProjectiveG1 Public(ReadOnlySpan<ProjectiveG1> points, ReadOnlySpan<byte> scalars)
    {
        var tables = new ProjectiveG1[points.Length * Parts * SignedDigits.TableSize];
        var digits = new sbyte[points.Length * Parts * SignedDigits.MaximumLength];
        var length = 0;
        Span<Int128> parts = stackalloc Int128[Parts];
        for (var i = 0; i < points.Length; i++)
        {
            ScalarDecomposition.ForG1(scalars.Slice(i * Fr.Length, Fr.Length), parts);
            FillTables(points[i], tables.AsSpan(i * Parts * SignedDigits.TableSize));
            for (var part = 0; part < Parts; part++)
            {
                var own = digits.AsSpan(((i * Parts) + part) * SignedDigits.MaximumLength, SignedDigits.MaximumLength);
                length = Math.Max(length, SignedDigits.Write(parts[part], own));
            }
        }

        var result = ProjectiveG1.Identity;
        for (var position = length - 1; position >= 0; position--)
        {
            result = result.Double();
            for (var row = 0; row < points.Length * Parts; row++)
            {
                var digit = digits[(row * SignedDigits.MaximumLength) + position];
                if (digit != 0)
                    result = result.Add(Signed(tables.AsSpan(row * SignedDigits.TableSize), digit));
            }
        }

        return result;
    }

    /// <summary>Fills 1, 3, … 15 times the point, then the same of its image under the endomorphism.</summary>
    private static void FillTables(in ProjectiveG1 point, Span<ProjectiveG1> table)
    {
        var twice = point.Double();
        table[0] = point;
        for (var i = 1; i < SignedDigits.TableSize; i++)
            table[i] = table[i - 1].Add(twice);
        for (var i = 0; i < SignedDigits.TableSize; i++)
            table[SignedDigits.TableSize + i] = table[i].Endomorphism();
    }

    private static ProjectiveG1 Signed(ReadOnlySpan<ProjectiveG1> table, int digit) =>
        digit > 0 ? table[digit / 2] : table[-digit / 2].Negate();

    /// <summary>Reads the whole table and keeps one entry.</summary>
    private static ProjectiveG1 Lookup(ReadOnlySpan<ProjectiveG1> table, int index)
    {
        var result = table[0];
        for (var i = 1; i < table.Length; i++)
            result = ProjectiveG1.Select(MaskOfEqual(i, index), table[i], result);
        return result;
    }

    /// <summary>Returns all ones when both small numbers are equal and zero otherwise, without a branch.</summary>
    private static ulong MaskOfEqual(int a, int b) => unchecked((ulong)(((long)(a ^ b) - 1) >> 63));
}

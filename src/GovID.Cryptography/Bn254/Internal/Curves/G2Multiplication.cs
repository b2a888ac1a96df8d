using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>Scalar multiplication on G2. Points must lie in the subgroup. Scalars are 32 bytes, big-endian, below r.</summary>
internal static class G2Multiplication
{
    private const int Parts = 4;

    /// <summary>Multiplies by a secret scalar: the same operations and memory accesses whatever its value.</summary>
    public static ProjectiveG2 Secret(in ProjectiveG2 point, ReadOnlySpan<byte> scalar)
    {
        Span<ProjectiveG2> multiples = stackalloc ProjectiveG2[16];
        multiples[0] = ProjectiveG2.Identity;
        for (var i = 1; i < multiples.Length; i++)
            multiples[i] = multiples[i - 1].Add(point);

        var result = ProjectiveG2.Identity;
        for (var nibble = 0; nibble < 2 * Fr.Length; nibble++)
        {
            result = result.Double().Double().Double().Double();
            var digit = (scalar[nibble / 2] >> (nibble % 2 == 0 ? 4 : 0)) & 15;
            result = result.Add(Lookup(multiples, digit));
        }

        return result;
    }

    /// <summary>Returns Σ kᵢ·Pᵢ for public scalars, 32 bytes each, with all doublings shared.</summary>
    public static ProjectiveG2 Public(ReadOnlySpan<ProjectiveG2> points, ReadOnlySpan<byte> scalars)
    {
        var tables = new ProjectiveG2[points.Length * Parts * SignedDigits.TableSize];
        var digits = new sbyte[points.Length * Parts * SignedDigits.MaximumLength];
        var length = 0;
        Span<Int128> parts = stackalloc Int128[Parts];
        for (var i = 0; i < points.Length; i++)
        {
            ScalarDecomposition.ForG2(scalars.Slice(i * Fr.Length, Fr.Length), parts);
            FillTables(points[i], tables.AsSpan(i * Parts * SignedDigits.TableSize));
            for (var part = 0; part < Parts; part++)
            {
                var own = digits.AsSpan(((i * Parts) + part) * SignedDigits.MaximumLength, SignedDigits.MaximumLength);
                length = Math.Max(length, SignedDigits.Write(parts[part], own));
            }
        }

        var result = ProjectiveG2.Identity;
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

    /// <summary>Fills 1, 3, … 15 times the point, then the same of its images under ψ, ψ² and ψ³.</summary>
    private static void FillTables(in ProjectiveG2 point, Span<ProjectiveG2> table)
    {
        var twice = point.Double();
        table[0] = point;
        for (var i = 1; i < SignedDigits.TableSize; i++)
            table[i] = table[i - 1].Add(twice);
        for (var i = SignedDigits.TableSize; i < Parts * SignedDigits.TableSize; i++)
            table[i] = table[i - SignedDigits.TableSize].Frobenius();
    }

    private static ProjectiveG2 Signed(ReadOnlySpan<ProjectiveG2> table, int digit) =>
        digit > 0 ? table[digit / 2] : table[-digit / 2].Negate();

    /// <summary>Reads the whole table and keeps one entry.</summary>
    private static ProjectiveG2 Lookup(ReadOnlySpan<ProjectiveG2> table, int index)
    {
        var result = table[0];
        for (var i = 1; i < table.Length; i++)
            result = ProjectiveG2.Select(MaskOfEqual(i, index), table[i], result);
        return result;
    }

    /// <summary>Returns all ones when both small numbers are equal and zero otherwise, without a branch.</summary>
    private static ulong MaskOfEqual(int a, int b) => unchecked((ulong)(((long)(a ^ b) - 1) >> 63));
}

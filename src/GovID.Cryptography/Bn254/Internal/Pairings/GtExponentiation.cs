using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Pairings;

/// <summary>Powers in the group of order r. Exponents are 32 bytes, big-endian, below r.</summary>
internal static class GtExponentiation
{
    private const int Parts = 4;

    /// <summary>
    /// Returns whether a^r = 1: the element is cyclotomic and a^p = a^(6u²). Since r = p − 6u² the second alone says it; the first
    /// allows the fast squarings of the second.
    /// </summary>
    public static bool IsInGroup(in Fp12 value)
    {
        if (!value.IsCyclotomic())
            return false;
        var power = FinalExponentiation.PowerOfParameter(FinalExponentiation.PowerOfParameter(value));
        return power.CyclotomicSquare().CyclotomicSquare() * power.CyclotomicSquare() == value.Frobenius(1);
    }

    /// <summary>Raises to a secret exponent: the same operations and memory accesses whatever its value.</summary>
    public static Fp12 Secret(in Fp12 value, ReadOnlySpan<byte> exponent)
    {
        var powers = new Fp12[16];
        powers[0] = Fp12.One;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * value;

        var result = Fp12.One;
        for (var nibble = 0; nibble < 2 * Fr.Length; nibble++)
        {
            result = result.CyclotomicSquare().CyclotomicSquare().CyclotomicSquare().CyclotomicSquare();
            var digit = (exponent[nibble / 2] >> (nibble % 2 == 0 ? 4 : 0)) & 15;
            result *= Lookup(powers, digit);
        }

        return result;
    }

    /// <summary>Raises to a public exponent, split over the Frobenius maps: a^p is a^(6u²) here.</summary>
    public static Fp12 Public(in Fp12 value, ReadOnlySpan<byte> exponent)
    {
        Span<Int128> parts = stackalloc Int128[Parts];
        ScalarDecomposition.ForG2(exponent, parts);
        var digits = new sbyte[Parts * SignedDigits.MaximumLength];
        var length = 0;
        for (var part = 0; part < Parts; part++)
            length = Math.Max(length, SignedDigits.Write(parts[part], digits.AsSpan(part * SignedDigits.MaximumLength)));

        var table = TableOf(value);
        var result = Fp12.One;
        for (var position = length - 1; position >= 0; position--)
        {
            result = result.CyclotomicSquare();
            for (var part = 0; part < Parts; part++)
            {
                int digit = digits[(part * SignedDigits.MaximumLength) + position];
                if (digit == 0)
                    continue;
                var factor = table[(part * SignedDigits.TableSize) + (Math.Abs(digit) / 2)];
                result *= digit > 0 ? factor : factor.Conjugate();
            }
        }

        return result;
    }

    /// <summary>Returns the powers 1, 3, … 15, then their images under the Frobenius map, its square and its cube.</summary>
    private static Fp12[] TableOf(in Fp12 value)
    {
        var table = new Fp12[Parts * SignedDigits.TableSize];
        var square = value.CyclotomicSquare();
        table[0] = value;
        for (var i = 1; i < SignedDigits.TableSize; i++)
            table[i] = table[i - 1] * square;
        for (var i = SignedDigits.TableSize; i < table.Length; i++)
            table[i] = table[i - SignedDigits.TableSize].Frobenius(1);
        return table;
    }

    /// <summary>Reads the whole table and keeps one entry.</summary>
    private static Fp12 Lookup(ReadOnlySpan<Fp12> table, int index)
    {
        var result = table[0];
        for (var i = 1; i < table.Length; i++)
            result = Fp12.Select(unchecked((ulong)(((long)(i ^ index) - 1) >> 63)), table[i], result);
        return result;
    }
}

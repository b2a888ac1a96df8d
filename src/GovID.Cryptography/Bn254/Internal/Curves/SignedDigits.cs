namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>Integers in non-adjacent form: odd digits between −15 and 15 with at least four zeros between two of them.</summary>
internal static class SignedDigits
{
    /// <summary>The most digits that <see cref="Write"/> makes.</summary>
    public const int MaximumLength = 130;

    /// <summary>How many odd multiples a table needs: 1, 3, … 15.</summary>
    public const int TableSize = 8;

    private const int Window = 5;

    /// <summary>Writes the digits, lowest first, and returns their number. Not for secret integers.</summary>
    public static int Write(Int128 value, Span<sbyte> digits)
    {
        unchecked
        {
            digits[..MaximumLength].Clear();
            var negative = value < 0;
            var rest = (UInt128)(negative ? -value : value);
            var length = 0;
            for (var position = 0; rest != 0; position++, rest >>= 1)
            {
                if (((ulong)rest & 1) == 0)
                    continue;
                var digit = (int)((ulong)rest & ((1 << Window) - 1));
                if (digit > 1 << (Window - 1))
                    digit -= 1 << Window;
                rest -= (UInt128)(Int128)digit;
                digits[position] = (sbyte)(negative ? -digit : digit);
                length = position + 1;
            }

            return length;
        }
    }
}

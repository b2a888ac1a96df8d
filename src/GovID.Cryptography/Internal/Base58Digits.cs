using System.Buffers;
using System.Buffers.Binary;

namespace GovID.Cryptography.Internal;

/// <summary>The change of radix behind base58: ten digits at a time into 64-bit limbs, five digits at a time out of 32-bit limbs.</summary>
internal static class Base58Digits
{
    public const byte NotADigit = 255;

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int StackLimbs = 128;
    private const uint FiveDigits = 58u * 58 * 58 * 58 * 58;

    private static readonly byte[] Values = MakeValues();
    private static readonly ulong[] PowersOf58 = MakePowers();

    public static byte ValueOf(char digit) => digit < 128 ? Values[digit] : NotADigit;

    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        var zeros = 0;
        while (zeros < text.Length && text[zeros] == '1') zeros++;
        var digits = text[zeros..];

        // 58^10 < 2^58.6, so ten digits never add more than one limb.
        var capacity = (digits.Length / 10) + 1;
        ulong[]? rented = capacity > StackLimbs ? ArrayPool<ulong>.Shared.Rent(capacity) : null;
        Span<ulong> limbs = rented ?? stackalloc ulong[StackLimbs];
        try
        {
            if (!TryReadLimbs(digits, limbs, out var used)) return false;
            return TryWriteBytes(limbs[..used], zeros, destination, out written);
        }
        finally
        {
            limbs.Clear();
            if (rented is not null) ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    public static string Write(ReadOnlySpan<byte> value)
    {
        var zeros = 0;
        while (zeros < value.Length && value[zeros] == 0) zeros++;
        var rest = value[zeros..];
        var limbCount = (rest.Length + 3) / 4;
        var digitCapacity = ((rest.Length * 138) / 100) + 6;     // log(256) / log(58) < 1.38
        uint[]? rentedLimbs = limbCount > StackLimbs ? ArrayPool<uint>.Shared.Rent(limbCount) : null;
        char[]? rentedDigits = digitCapacity > 4 * StackLimbs ? ArrayPool<char>.Shared.Rent(digitCapacity) : null;
        Span<uint> limbs = (rentedLimbs ?? stackalloc uint[StackLimbs])[..limbCount];
        Span<char> digits = rentedDigits ?? stackalloc char[4 * StackLimbs];
        try
        {
            FillLimbs(rest, limbs);
            var first = WriteDigits(limbs, digits);
            var length = zeros + digits.Length - first;
            return string.Create(length, new DigitText(zeros, digits[first..]), static (text, made) =>
            {
                text[..made.Zeros].Fill('1');
                made.Digits.CopyTo(text[made.Zeros..]);
            });
        }
        finally
        {
            limbs.Clear();
            digits.Clear();
            if (rentedLimbs is not null) ArrayPool<uint>.Shared.Return(rentedLimbs);
            if (rentedDigits is not null) ArrayPool<char>.Shared.Return(rentedDigits);
        }
    }

    // limbs = limbs * 58^n + chunk for each chunk of n <= 10 digits; least significant limb first.
    private static bool TryReadLimbs(ReadOnlySpan<char> digits, Span<ulong> limbs, out int used)
    {
        used = 0;
        while (!digits.IsEmpty)
        {
            var count = int.Min(10, digits.Length);
            ulong carry = 0;
            for (var i = 0; i < count; i++)
            {
                var value = ValueOf(digits[i]);
                if (value == NotADigit) return false;
                carry = unchecked((carry * 58) + value);
            }

            var factor = PowersOf58[count];
            for (var i = 0; i < used; i++)
            {
                var high = Math.BigMul(limbs[i], factor, out var low);
                low = unchecked(low + carry);
                carry = unchecked(high + (low < carry ? 1UL : 0UL));
                limbs[i] = low;
            }

            if (carry != 0) limbs[used++] = carry;
            digits = digits[count..];
        }

        return true;
    }

    private static bool TryWriteBytes(ReadOnlySpan<ulong> limbs, int zeros, Span<byte> destination, out int written)
    {
        written = 0;
        var bytesInTop = limbs.IsEmpty ? 0 : 8 - (System.Numerics.BitOperations.LeadingZeroCount(limbs[^1]) / 8);
        var length = zeros + bytesInTop + (8 * int.Max(0, limbs.Length - 1));
        if (length > destination.Length) return false;
        destination[..zeros].Clear();
        if (!limbs.IsEmpty)
        {
            Span<byte> top = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(top, limbs[^1]);
            top[(8 - bytesInTop)..].CopyTo(destination[zeros..]);
            for (var i = limbs.Length - 2; i >= 0; i--)
                BinaryPrimitives.WriteUInt64BigEndian(destination.Slice(length - (8 * (i + 1)), 8), limbs[i]);
        }

        written = length;
        return true;
    }

    // Most significant limb first; the first one takes the odd bytes.
    private static void FillLimbs(ReadOnlySpan<byte> bytes, Span<uint> limbs)
    {
        var odd = bytes.Length % 4;
        if (odd > 0)
        {
            uint first = 0;
            foreach (var b in bytes[..odd]) first = (first << 8) | b;
            limbs[0] = first;
            bytes = bytes[odd..];
            limbs = limbs[1..];
        }

        for (var i = 0; i < limbs.Length; i++) limbs[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]);
    }

    // Fills the digits from the end and returns the index of the first significant one.
    private static int WriteDigits(Span<uint> limbs, Span<char> digits)
    {
        var at = digits.Length;
        while (!limbs.IsEmpty)
        {
            ulong remainder = 0;
            for (var i = 0; i < limbs.Length; i++)
            {
                var current = (remainder << 32) | limbs[i];
                var quotient = current / FiveDigits;
                limbs[i] = (uint)quotient;
                remainder = current - (quotient * FiveDigits);
            }

            for (var i = 0; i < 5; i++, remainder /= 58) digits[--at] = Alphabet[(int)(remainder % 58)];
            while (!limbs.IsEmpty && limbs[0] == 0) limbs = limbs[1..];
        }

        while (at < digits.Length && digits[at] == '1') at++;
        return at;
    }

    private static byte[] MakeValues()
    {
        var values = new byte[128];
        Array.Fill(values, NotADigit);
        for (var i = 0; i < Alphabet.Length; i++) values[Alphabet[i]] = (byte)i;
        return values;
    }

    private static ulong[] MakePowers()
    {
        var powers = new ulong[11];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 58;
        return powers;
    }

    private readonly ref struct DigitText(int zeros, ReadOnlySpan<char> digits)
    {
        public int Zeros { get; } = zeros;

        public ReadOnlySpan<char> Digits { get; } = digits;
    }
}

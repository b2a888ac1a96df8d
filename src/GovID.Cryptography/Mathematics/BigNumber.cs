using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Cryptography.Mathematics;

/// <summary>What protocols ask of public big numbers beyond the operators of <see cref="BigInteger"/>: strict texts and bytes, residues, inverses, symbols.</summary>
/// <remarks>Time depends on the numbers, and nobody can wipe a <see cref="BigInteger"/>: secrets belong in <see cref="SecretNumber"/>.</remarks>
public static class BigNumber
{
    // log2(10) > 3.3219: so many digits hold at most so many bits, and never fewer digits than needed.
    private const double BitsPerDigit = 3.3219;

    /// <summary>Reads a decimal number in its one canonical form: digits without leading zeros, a minus sign only before a number that is not zero.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximumBits">The longest magnitude that is read; longer texts are refused before any arithmetic.</param>
    /// <param name="value">The number, or zero.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, int maximumBits, out BigInteger value) =>
        TryParse(text.AsSpan(), maximumBits, out value);

    /// <inheritdoc cref="TryParse(string?, int, out BigInteger)"/>
    public static bool TryParse(ReadOnlySpan<char> text, int maximumBits, out BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBits);
        value = BigInteger.Zero;
        ReadOnlySpan<char> digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (digits[0] == '0') return text.Length == 1;
        if (digits.Length > (maximumBits / BitsPerDigit) + 1) return false;
        BigInteger parsed = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (BigInteger.Abs(parsed).GetBitLength() > maximumBits) return false;
        value = parsed;
        return true;
    }

    /// <summary>Reads a decimal number as <see cref="TryParse(string?, int, out BigInteger)"/> does.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>, naming the field.</exception>
    public static BigInteger Parse(string text, int maximumBits, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text, maximumBits, out BigInteger value)) return value;
        throw new CryptoException(
            CryptoErrorCode.Malformed, $"{field} must be a decimal integer without leading zeros and of at most {maximumBits} bits.", field);
    }

    /// <summary>Writes a number as canonical decimal text.</summary>
    public static string ToText(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads an unsigned number, most significant byte first; no bytes are zero.</summary>
    public static BigInteger FromBigEndian(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>Writes the magnitude, most significant byte first, in the fewest bytes; zero has none.</summary>
    public static byte[] ToBigEndian(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        return magnitude.IsZero ? [] : magnitude.ToByteArray(isUnsigned: true, isBigEndian: true);
    }

    /// <summary>Writes the magnitude, most significant byte first, filled up with zeros in front to a length.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: the number needs more bytes.</exception>
    public static byte[] ToBigEndian(BigInteger value, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        byte[] bytes = ToBigEndian(value);
        if (bytes.Length == length) return bytes;
        if (bytes.Length > length)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"The number needs {bytes.Length} bytes, more than {length}.");
        var padded = new byte[length];
        bytes.CopyTo(padded, length - bytes.Length);
        return padded;
    }

    /// <summary>Returns the least non-negative residue of a number of either sign.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is not positive.</exception>
    public static BigInteger Modulo(BigInteger value, BigInteger modulus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modulus, BigInteger.One);
        if (value.Sign >= 0 && value < modulus) return value;
        BigInteger remainder = BigInteger.Remainder(value, modulus);
        return remainder.Sign < 0 ? remainder + modulus : remainder;
    }

    /// <summary>Finds the inverse modulo any number above 1; false when both share a factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is below 2.</exception>
    public static bool TryInverse(BigInteger value, BigInteger modulus, out BigInteger inverse)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modulus, BigInteger.One + BigInteger.One);
        inverse = BigInteger.Zero;
        BigInteger residue = Modulo(value, modulus);
        if (residue.IsZero) return false;
        BnScratch scratch = BnScratch.Public;
        nint found = LibCrypto.ModInverse(scratch[0], scratch.Set(1, residue), scratch.Set(2, modulus), scratch.Context);
        if (found == nint.Zero) return false;
        inverse = scratch.Get(0);
        return true;
    }

    /// <summary>Tells whether two numbers share no factor but 1.</summary>
    public static bool AreCoprime(BigInteger left, BigInteger right) => BigInteger.GreatestCommonDivisor(left, right).IsOne;

    /// <summary>Returns the Jacobi symbol: 0 when the numbers share a factor; 1 for every square modulo an odd number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lower number is even or not positive.</exception>
    public static int Jacobi(BigInteger upper, BigInteger lower)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lower, BigInteger.One);
        if (lower.IsEven) throw new ArgumentOutOfRangeException(nameof(lower), "The Jacobi symbol is defined for odd numbers.");
        BigInteger a = Modulo(upper, lower), n = lower;
        int symbol = 1;
        while (!a.IsZero)
        {
            // (2/n) = -1 exactly for n = 3, 5 mod 8; reciprocity changes the sign for a = n = 3 mod 4.
            int twos = (int)BigInteger.TrailingZeroCount(a);
            a >>= twos;
            int residue = (int)(n & 7);
            if (twos % 2 == 1 && residue is 3 or 5) symbol = -symbol;
            if ((int)(a & 3) == 3 && residue % 4 == 3) symbol = -symbol;
            (a, n) = (n % a, a);
        }

        return n.IsOne ? symbol : 0;
    }

    /// <summary>Returns a uniform number of at most so many bits. It is public: nobody can wipe it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above 65,536.</exception>
    public static BigInteger Random(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, ModularContext.MaximumExponentBits);
        return RandomBytes.Below(BigInteger.One << bits);
    }
}

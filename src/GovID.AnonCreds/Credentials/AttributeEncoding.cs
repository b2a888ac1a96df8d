using System.Globalization;
using System.Numerics;
using System.Text;
using GovID.Cryptography.Hashing;

namespace GovID.AnonCreds.Credentials;

/// <summary>From the raw text of an attribute to the integer that is signed (specification 5).</summary>
public static class AttributeEncoding
{
    /// <summary>The longest raw value that is read, in UTF-16 units: one megabyte, which holds a picture as text.</summary>
    public const int MaximumLength = 1_048_576;

    private const int LongestInteger = 11;

    /// <summary>
    /// The decimal text of the encoded value: a text that is a signed 32-bit integer stands for itself in canonical form, every other
    /// text for the SHA-256 of its UTF-8 bytes as an unsigned big-endian integer. The text is not normalised in any way.
    /// </summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TooLarge"/> above <see cref="MaximumLength"/>.</exception>
    public static string Encode(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.Length > MaximumLength)
            throw new AnonCredsException(AnonCredsErrorCode.TooLarge, $"An attribute value has at most {MaximumLength} characters.");
        return TryParseInt32(raw, out var integer)
            ? integer.ToString(CultureInfo.InvariantCulture)
            : Hashed(raw).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Reads the integer grammar: one optional sign, then ASCII digits only, leading zeros allowed, from −2147483648 to 2147483647.
    /// </summary>
    public static bool TryParseInt32(string? raw, out int integer)
    {
        integer = 0;
        if (string.IsNullOrEmpty(raw))
            return false;
        var digits = raw.AsSpan(raw[0] is '+' or '-' ? 1 : 0);
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        digits = digits.TrimStart('0');
        if (digits.Length >= LongestInteger)
            return false;
        var magnitude = digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var value = raw[0] == '-' ? -magnitude : magnitude;
        if (value is < int.MinValue or > int.MaxValue)
            return false;
        integer = (int)value;
        return true;
    }

    private static BigInteger Hashed(string raw) => new(Sha256.Hash(Encoding.UTF8.GetBytes(raw)), isUnsigned: true, isBigEndian: true);
}

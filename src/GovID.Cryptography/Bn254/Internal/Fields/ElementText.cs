using System.Globalization;
using System.Text;

namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>
/// Field elements as text: for each a counter and hexadecimal digits, all separated by single spaces (AnonCreds 10.3). The digits are
/// x·2²⁸⁰ mod p, perhaps plus multiples of p; the counter says nothing about the value.
/// </summary>
internal static class ElementText
{
    /// <summary>The most digits that one element may have.</summary>
    public const int MaximumDigits = 70;

    private const int MaximumCounterDigits = 10;
    private const int WrittenDigits = 2 * Fp.Length;

    /// <summary>Gets 2²⁸⁰ as an element.</summary>
    private static Fp TextRadix => new(0x335370472F2A970B, 0x18D51CC3E364E870, 0x3099F015493C192C, 0x16BBF8167BE627C4);

    private static Fp InverseTextRadix => new(0x60AF27630000000B, 0xD9EAAEB78500000B, 0x00035532D4D38004, 0x158047A7C4DFC341);

    /// <summary>Reads exactly as many elements as there is room for; false for any other text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<Fp> elements)
    {
        if (text.Length > elements.Length * (MaximumCounterDigits + MaximumDigits + 2))
            return false;
        for (var i = 0; i < elements.Length; i++)
        {
            var counter = NextToken(ref text, last: false);
            var digits = NextToken(ref text, last: i == elements.Length - 1);
            if (!IsCounter(counter) || !TryReadInteger(digits, out elements[i]))
                return false;
            elements[i] *= InverseTextRadix;
        }

        return text.IsEmpty;
    }

    /// <summary>Writes elements with the counter 1 and fully reduced digits.</summary>
    public static string Write(ReadOnlySpan<Fp> elements)
    {
        var text = new StringBuilder(elements.Length * (WrittenDigits + 3));
        Span<byte> bytes = stackalloc byte[Fp.Length];
        foreach (ref readonly var element in elements)
        {
            (element * TextRadix).Write(bytes);
            text.Append(text.Length == 0 ? "1 " : " 1 ").Append(Convert.ToHexString(bytes));
        }

        return text.ToString();
    }

    /// <summary>Reads up to <see cref="MaximumDigits"/> hexadecimal digits of either case into bytes, right-aligned.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> digits, Span<byte> bytes)
    {
        if (digits.IsEmpty || digits.Length > MaximumDigits)
            return false;
        Span<char> padded = stackalloc char[MaximumDigits];
        padded.Fill('0');
        digits.CopyTo(padded[(MaximumDigits - digits.Length)..]);
        return Convert.FromHexString(padded, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }

    private static bool TryReadInteger(ReadOnlySpan<char> digits, out Fp element)
    {
        Span<byte> bytes = stackalloc byte[MaximumDigits / 2];
        var valid = TryReadDigits(digits, bytes);
        element = valid ? Fp.ReadReduced(bytes) : default;
        return valid;
    }

    /// <summary>Takes the text up to the next space, which must be there unless this is the last token.</summary>
    private static ReadOnlySpan<char> NextToken(ref ReadOnlySpan<char> text, bool last)
    {
        var end = text.IndexOf(' ');
        if (end < 0 != last)
            return default;
        var token = last ? text : text[..end];
        text = last ? default : text[(end + 1)..];
        return token;
    }

    private static bool IsCounter(ReadOnlySpan<char> token) =>
        token.Length <= MaximumCounterDigits
        && uint.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var counter)
        && counter != 0;
}

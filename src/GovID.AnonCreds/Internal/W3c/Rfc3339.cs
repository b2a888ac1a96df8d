using System.Globalization;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Date-times of RFC 3339, section 5.6.</summary>
internal static class Rfc3339
{
    private const int WholeSeconds = 19;
    private const int MaximumFraction = 18;

    public static string Write(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Year to second, an optional fraction of at most 18 digits, and Z or an offset. Leap seconds count as the second before.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text)
    {
        if (text.Length <= WholeSeconds || text[10] is not ('T' or 't'))
            return false;
        Span<char> whole = stackalloc char[WholeSeconds];
        text[..WholeSeconds].CopyTo(whole);
        whole[10] = 'T';
        if (whole[17..] is "60")
            "59".CopyTo(whole[17..]);
        return DateTime.TryParseExact(whole, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && IsOffset(AfterFraction(text[WholeSeconds..]));
    }

    /// <summary>What follows the fraction; nothing, which is no offset, where the fraction is not one.</summary>
    private static ReadOnlySpan<char> AfterFraction(ReadOnlySpan<char> text)
    {
        if (text[0] != '.')
            return text;
        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= MaximumFraction ? text[(digits + 1)..] : [];
    }

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text is "Z" or "z"
        || (text.Length == 6
            && text[0] is ('+' or '-')
            && TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}

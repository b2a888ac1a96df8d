using System.Buffers;

namespace GovID.Dids.Internal;

/// <summary>The grammars of DID Core 3.1 and 3.2, each as one pass over the characters.</summary>
internal static class DidSyntax
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> MethodCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(Alphanumeric + ".-_:");
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(Alphanumeric + "-._~!$&'()*+,;=:@/");
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(Alphanumeric + "-._~!$&'()*+,;=:@/?");

    /// <summary>Splits <c>did:method:id</c>; null for text that is not a DID, otherwise where the id begins.</summary>
    public static int? StartOfId(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("did:", StringComparison.Ordinal)) return null;
        var length = text[4..].IndexOf(':');
        if (length <= 0 || text.Slice(4, length).ContainsAnyExcept(MethodCharacters)) return null;
        return 4 + length + 1;
    }

    /// <summary>method-specific-id: never empty, never ending in a colon.</summary>
    public static bool IsMethodSpecificId(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[^1] != ':' && Consists(text, IdCharacters);

    /// <summary>path-abempty: nothing, or segments that begin with a slash.</summary>
    public static bool IsPath(ReadOnlySpan<char> text) => text.IsEmpty || (text[0] == '/' && Consists(text, PathCharacters));

    /// <summary>query and fragment share one grammar.</summary>
    public static bool IsQueryOrFragment(ReadOnlySpan<char> text) => Consists(text, QueryCharacters);

    /// <summary>Decodes percent-encoded UTF-8; null when the bytes are not UTF-8.</summary>
    public static string? Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var encoded = text[i] == '%';
            bytes[count++] = encoded ? Convert.FromHexString(text.AsSpan(i + 1, 2))[0] : (byte)text[i];
            if (encoded) i += 2;
        }

        return Utf8.TryDecode(bytes.AsSpan(0, count));
    }

    // Every character is in the set, or begins a percent sign with two hexadecimal digits.
    private static bool Consists(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        while (true)
        {
            var odd = text.IndexOfAnyExcept(allowed);
            if (odd < 0) return true;
            if (text[odd] != '%' || text.Length < odd + 3) return false;
            if (!char.IsAsciiHexDigit(text[odd + 1]) || !char.IsAsciiHexDigit(text[odd + 2])) return false;
            text = text[(odd + 3)..];
        }
    }
}

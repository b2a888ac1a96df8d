namespace GovID.AnonCreds.Internal;

/// <summary>
/// Orders texts by their UTF-8 bytes, which is the order of code points (specification 1.2). Ordinal order of UTF-16 differs where a
/// surrogate meets U+E000 to U+FFFF.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var length = Math.Min(x.Length, y.Length);
        for (var i = 0; i < length; i++)
        {
            if (x[i] != y[i])
                return Rank(x[i]).CompareTo(Rank(y[i]));
        }

        return x.Length.CompareTo(y.Length);
    }

    /// <summary>Lifts surrogates above every other unit.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}

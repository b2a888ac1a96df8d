namespace GovID.Ledger.Internal;

/// <summary>Orders texts by Unicode code point (specification 1.1). UTF-16 order differs where surrogates meet U+E000 and above.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    private CodePointOrder()
    {
    }

    public int Compare(string? x, string? y) => CompareTexts(x, y);

    public static int CompareTexts(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var common = x.CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
            return x.Length.CompareTo(y.Length);

        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    // A surrogate stands for a code point above U+FFFF and so must rank above every other unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}

using System.Globalization;
using System.Text;

namespace GovID.AnonCreds.Schemas;

/// <summary>The normal form of attribute names, in which the cryptographic layer keys everything (specification 1.2).</summary>
public static class AttributeName
{
    /// <summary>The key under which the link secret stands among the attributes.</summary>
    public const string LinkSecret = "master_secret";

    /// <summary>The longest name that is read, in UTF-16 units.</summary>
    public const int MaximumLength = 256;

    private const int CapitalIWithDot = 0x130;
    private const int CapitalSigma = 0x3A3;

    /// <summary>
    /// Removes every space (U+0020) and lower-cases by the full Unicode mapping of the root locale, which knows two cases more than the
    /// one-to-one mapping: U+0130, and the final sigma.
    /// </summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var runes = name.EnumerateRunes().Where(rune => rune.Value != ' ').ToArray();
        var lower = new StringBuilder(name.Length);
        for (var i = 0; i < runes.Length; i++)
            AppendLower(lower, runes, i);
        return lower.ToString();
    }

    private static void AppendLower(StringBuilder lower, Rune[] runes, int index)
    {
        switch (runes[index].Value)
        {
            case CapitalIWithDot:
                lower.Append("i\u0307");
                break;
            case CapitalSigma:
                lower.Append(IsFinalSigma(runes, index) ? 'ς' : 'σ');
                break;
            default:
                lower.Append(Rune.ToLowerInvariant(runes[index]).ToString());
                break;
        }
    }

    /// <summary>SpecialCasing.txt, Final_Sigma: a cased letter before it and none after it, case-ignorable characters aside.</summary>
    private static bool IsFinalSigma(Rune[] runes, int index)
    {
        var before = runes.Take(index).Reverse().SkipWhile(IsCaseIgnorable);
        var after = runes.Skip(index + 1).SkipWhile(IsCaseIgnorable);
        return before.Take(1).Any(IsCased) && !after.Take(1).Any(IsCased);
    }

    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        _ => IsOtherCased(rune.Value),
    };

    /// <summary>Other_Lowercase and Other_Uppercase of PropList.txt (Unicode 16).</summary>
    private static bool IsOtherCased(int value) => value is
        0xAA or 0xBA or (>= 0x2B0 and <= 0x2B8) or 0x2C0 or 0x2C1 or (>= 0x2E0 and <= 0x2E4) or 0x345 or 0x37A or 0x10FC
        or (>= 0x1D2C and <= 0x1D6A) or 0x1D78 or (>= 0x1D9B and <= 0x1DBF) or 0x2071 or 0x207F or (>= 0x2090 and <= 0x209C)
        or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9) or 0x2C7C or 0x2C7D or 0xA69C or 0xA69D or 0xA770
        or (>= 0xA7F2 and <= 0xA7F4) or 0xA7F8 or 0xA7F9 or (>= 0xAB5C and <= 0xAB5F) or 0xAB69 or 0x10780
        or (>= 0x10783 and <= 0x10785) or (>= 0x10787 and <= 0x107B0) or (>= 0x107B2 and <= 0x107BA) or (>= 0x1E030 and <= 0x1E06D)
        or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    /// <summary>Case_Ignorable of DerivedCoreProperties.txt: by category, or by word-break class (MidLetter, MidNumLet, Single_Quote).</summary>
    private static bool IsCaseIgnorable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol => true,
        _ => rune.Value is 0x27 or 0x2E or 0x3A or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A,
    };
}

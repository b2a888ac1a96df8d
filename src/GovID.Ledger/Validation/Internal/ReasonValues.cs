using System.Globalization;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>Writes values the way reason texts carry them (specification 4.2): quoted texts, <c>None</c>, <c>{'a': 1}</c>.</summary>
internal static class ReasonValues
{
    /// <summary>The value as it appears between brackets: a text as itself, everything else quoted.</summary>
    public static string Plain(LedgerValue value) => value is LedgerText text ? text.Value : Quoted(value);

    /// <summary>The value with texts in quotes; an absent value is <c>None</c>.</summary>
    public static string Quoted(LedgerValue? value)
    {
        var output = new StringBuilder();
        Write(output, value);
        return output.ToString();
    }

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var output = new StringBuilder(text.Length + 2);
        WriteText(output, text);
        return output.ToString();
    }

    /// <summary>The name of the value's kind.</summary>
    public static string Kind(LedgerValue value) => value switch
    {
        LedgerText => "str",
        LedgerInteger => "int",
        LedgerFloat => "float",
        LedgerBoolean => "bool",
        LedgerNull => "NoneType",
        LedgerMap => "dict",
        LedgerList => "list",
        _ => "bytes",
    };

    /// <summary>The name of the value's kind as a class.</summary>
    public static string Class(LedgerValue value) => $"<class '{Kind(value)}'>";

    private static void Write(StringBuilder output, LedgerValue? value)
    {
        switch (value)
        {
            case null or LedgerNull:
                output.Append("None");
                break;
            case LedgerText text:
                WriteText(output, text.Value);
                break;
            case LedgerBoolean truth:
                output.Append(truth.Value ? "True" : "False");
                break;
            case LedgerInteger integer:
                output.Append(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case LedgerFloat number:
                output.Append(number.Text);
                break;
            case LedgerMap map:
                WriteMembers(output, map);
                break;
            case LedgerList list:
                WriteItems(output, list);
                break;
            default:
                output.Append("b''");
                break;
        }
    }

    private static void WriteMembers(StringBuilder output, LedgerMap map)
    {
        output.Append('{');
        var first = true;
        foreach (var (key, value) in map)
        {
            if (!first)
                output.Append(", ");
            first = false;
            WriteText(output, key);
            output.Append(": ");
            Write(output, value);
        }

        output.Append('}');
    }

    private static void WriteItems(StringBuilder output, LedgerList list)
    {
        output.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                output.Append(", ");
            Write(output, list[i]);
        }

        output.Append(']');
    }

    private static void WriteText(StringBuilder output, string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        output.Append(quote);
        foreach (var rune in text.EnumerateRunes())
            WriteRune(output, rune, quote);
        output.Append(quote);
    }

    private static void WriteRune(StringBuilder output, Rune rune, char quote)
    {
        switch (rune.Value)
        {
            case '\\':
                output.Append(@"\\");
                break;
            case '\n':
                output.Append(@"\n");
                break;
            case '\r':
                output.Append(@"\r");
                break;
            case '\t':
                output.Append(@"\t");
                break;
            case var value when value == quote:
                output.Append('\\').Append(quote);
                break;
            default:
                WriteOther(output, rune);
                break;
        }
    }

    private static void WriteOther(StringBuilder output, Rune rune)
    {
        if (IsShown(rune))
            output.Append(rune.ToString());
        else if (rune.Value <= 0xFF)
            output.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.Value <= 0xFFFF)
            output.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            output.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    private static bool IsShown(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}

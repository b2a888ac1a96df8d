using System.Globalization;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>Rules of members that are texts.</summary>
internal static class TextRules
{
    /// <summary>The limit of names.</summary>
    public const int NameLimit = 256;

    private const int ShownOfLongText = 100;
    private const int VersionLimit = 128;
    private const int DateTimeLimit = 35;

    /// <summary>A text of at least one character.</summary>
    public static FieldRule NonEmpty { get; } = FieldRule.Of<LedgerText>("str", text => text.Value.Length == 0 ? "empty string" : null);

    /// <summary>A text, or null.</summary>
    public static FieldRule Role { get; } =
        FieldRule.Of(value => value is LedgerText or LedgerNull ? null : FieldRule.WrongKind("str, NoneType", value));

    /// <summary>64 hexadecimal digits.</summary>
    public static FieldRule Sha256 { get; } = FieldRule.Of<LedgerText>(
        "str", text => text.Value.Length == 64 && text.Value.All(char.IsAsciiHexDigit) ? null : "not a valid hash (needs to be in hex too)");

    /// <summary>A version of two or three numbers.</summary>
    public static FieldRule SchemaVersion { get; } = FieldRule.Of<LedgerText>(
        "str", text => TooLong(text.Value, VersionLimit) ?? JudgeSchemaVersion(text.Value));

    /// <summary>The version of a package.</summary>
    public static FieldRule PackageVersion { get; } = FieldRule.Of<LedgerText>(
        "str", text => TooLong(text.Value, VersionLimit) ?? JudgePackageVersion(text.Value));

    /// <summary>A point in time by ISO 8601, the text "0" or the empty text.</summary>
    public static FieldRule DateTime { get; } = FieldRule.Of<LedgerText>("str", text => JudgeDateTime(text.Value));

    /// <summary>A part of the name of an authorisation rule; may be empty or null.</summary>
    public static FieldRule RulePart { get; } = FieldRule.Of(value => value switch
    {
        LedgerText { Value.Length: 0 } => null,
        LedgerText text => TooLong(text.Value, NameLimit),
        LedgerNull => null,
        _ => FieldRule.WrongKind("str, NoneType", value),
    });

    /// <summary>A text of 1 to the given number of characters.</summary>
    public static FieldRule Limited(int limit = NameLimit) => FieldRule.Of<LedgerText>("str", text => TooLong(text.Value, limit));

    /// <summary>A text of up to the given number of characters.</summary>
    public static FieldRule LimitedOrEmpty(int limit) =>
        FieldRule.Of<LedgerText>("str", text => text.Value.Length == 0 ? null : TooLong(text.Value, limit));

    /// <summary>A text that holds JSON.</summary>
    public static FieldRule Json(int limit) => FieldRule.Of<LedgerText>("str", text =>
        TooLong(text.Value, limit) ?? (LedgerValue.TryParse(Encoding.UTF8.GetBytes(text.Value), out _) ? null : "should be a valid JSON string"));

    /// <summary>One of the given texts.</summary>
    public static FieldRule OneOf(params string[] choices) => FieldRule.Of(value =>
        value is LedgerText text && choices.Contains(text.Value) ? null : NotOneOf(choices, value));

    /// <summary>The text about a value outside a choice.</summary>
    public static string NotOneOf(IEnumerable<string> choices, LedgerValue value) =>
        $"expected one of '{string.Join(", ", choices)}', unknown value '{ReasonValues.Plain(value)}'";

    /// <summary>The text about a length, or null: characters are counted as code points.</summary>
    public static string? TooLong(string text, int limit)
    {
        if (text.Length == 0)
            return "empty string";
        if (text.Length <= limit || text.EnumerateRunes().Count() <= limit)
            return null;
        return string.Create(CultureInfo.InvariantCulture, $"{Start(text)} is longer than {limit} symbols");
    }

    private static string Start(string text)
    {
        var shown = new StringBuilder();
        var runes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (runes++ == ShownOfLongText)
                return shown.Append("...").ToString();
            shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    private static string? JudgeSchemaVersion(string version)
    {
        if (version.Trim() != version)
            return "version includes leading and/or trailing spaces";
        var parts = version.Split('.');
        if (!Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            return char.IsAsciiDigit(version[0]) ? "only dots and digits are expected" : $"Invalid version: '{version}'";
        return parts.Length is 2 or 3
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"invalid number of parts {parts.Length}, should contain 2 or 3");
    }

    private static string? JudgePackageVersion(string version)
    {
        if (version.Trim() != version)
            return "version includes leading and/or trailing spaces";
        return version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '+' or '!')
            ? null
            : "only alphanumerics and [.-+!] are allowed";
    }

    private static string? JudgeDateTime(string text)
    {
        if (text is "" or "0")
            return null;
        return TooLong(text, DateTimeLimit)
            ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
                ? null
                : $"datetime {text} is not valid");
    }
}

using System.Globalization;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>Rules of members that are lists or objects of any content.</summary>
internal static class CollectionRules
{
    /// <summary>Any object.</summary>
    public static FieldRule AnyMap { get; } = FieldRule.Of<LedgerMap>("dict", _ => null);

    /// <summary>A list whose items all keep a rule.</summary>
    public static FieldRule ListOf(FieldRule item, int? least = null, int? most = null) => new(value =>
    {
        if (value is not LedgerList list)
            return new FieldFault(FieldRule.WrongKind("list, tuple", value));
        return JudgeLength(list.Count, least, most) is { } text ? new FieldFault(text) : JudgeItems(list, item);
    });

    /// <summary>An object whose names and values all keep a rule.</summary>
    public static FieldRule MapOf(FieldRule name, FieldRule member) => new(value =>
    {
        if (value is not LedgerMap map)
            return new FieldFault(FieldRule.WrongKind("dict", value));
        foreach (var (key, one) in map)
        {
            if ((name.Check(new LedgerText(key)) ?? member.Check(one)) is { } fault)
                return fault;
        }

        return null;
    });

    private static string? JudgeLength(int count, int? least, int? most)
    {
        if (count < least)
            return string.Create(CultureInfo.InvariantCulture, $"length should be at least {least}");
        return count > most ? string.Create(CultureInfo.InvariantCulture, $"length should be at most {most}") : null;
    }

    private static FieldFault? JudgeItems(LedgerList list, FieldRule item)
    {
        foreach (var one in list)
        {
            if (item.Check(one) is { } fault)
                return fault;
        }

        return null;
    }
}

using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>
/// The form of an object: its members' rules in the order they are named, and a rule about the whole. Members that no rule names are
/// tolerated (specification 6.1).
/// </summary>
internal sealed class MessageForm
{
    private readonly string _name;
    private readonly (string Name, FieldRule Rule)[] _fields;
    private readonly Func<MessageForm, LedgerMap, string?> _whole;

    public MessageForm(string name, (string Name, FieldRule Rule)[] fields, Func<MessageForm, LedgerMap, string?>? whole = null)
    {
        _name = name;
        _fields = fields;
        _whole = whole ?? (static (_, _) => null);
    }

    /// <summary>The sentence about what is wrong, or null.</summary>
    public string? Check(LedgerValue value)
    {
        if (value is not LedgerMap map)
            return Sentence($"invalid type {ReasonValues.Class(value)}, dict expected");
        return CheckMissing(map) ?? CheckFields(map) ?? _whole(this, map);
    }

    /// <summary>This form as the rule of a member.</summary>
    public FieldRule AsRule() => new(value => Check(value) is { } sentence ? new FieldFault(sentence, IsSentence: true) : null);

    /// <summary>The sentence that begins with the form's name.</summary>
    public string Sentence(string what) => $"validation error [{_name}]: {what}";

    /// <summary>The sentence about a member's value.</summary>
    public string About(string field, string shownValue, string what) => Sentence($"{what} ({field}={shownValue})");

    /// <summary>The sentence about members that are missing.</summary>
    public string Missing(params IEnumerable<string> fields) => Sentence($"missed fields - {string.Join(", ", fields)}. ");

    private string? CheckMissing(LedgerMap map)
    {
        var missing = _fields.Where(field => !field.Rule.IsOptional && !map.Contains(field.Name)).Select(field => field.Name).ToArray();
        return missing.Length == 0 ? null : Missing(missing) + ClientAdvice.ForMissing(missing);
    }

    private string? CheckFields(LedgerMap map)
    {
        foreach (var (name, value) in map)
        {
            var rule = Array.Find(_fields, field => string.Equals(field.Name, name, StringComparison.Ordinal)).Rule;
            if (rule?.Check(value) is not { } fault)
                continue;
            return fault.IsSentence ? fault.Text : About(name, ReasonValues.Plain(value), fault.Text);
        }

        return null;
    }
}

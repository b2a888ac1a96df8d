using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>Takes the members of one object one by one, refusing by name, and keeps what nobody asked for.</summary>
internal sealed class OperationReader(LedgerMap map, string path = "operation")
{
    private readonly List<string> _known = [];

    public bool Has(string name) => map.Contains(name);

    public LedgerValue? Any(string name)
    {
        _known.Add(name);
        return map.Find(name);
    }

    public LedgerValue Required(string name) => Any(name)
        ?? throw new LedgerException(LedgerErrorCode.MissingMember, $"The member '{name}' is missing.", Field(name));

    public string Text(string name) => Required(name) is LedgerText text ? text.Value : throw Wrong(name, "a text");

    public string? OptionalText(string name) => Any(name) switch
    {
        null => null,
        LedgerText text => text.Value,
        _ => throw Wrong(name, "a text"),
    };

    public MemberText MemberText(string name) => Any(name) switch
    {
        null => Requests.MemberText.Absent,
        LedgerNull => Requests.MemberText.Null,
        LedgerText text => text.Value,
        _ => throw Wrong(name, "a text or null"),
    };

    public BigInteger Integer(string name) => Required(name) is LedgerInteger integer ? integer.Value : throw Wrong(name, "an integer");

    public BigInteger? OptionalInteger(string name) => Any(name) switch
    {
        null => null,
        LedgerInteger integer => integer.Value,
        _ => throw Wrong(name, "an integer"),
    };

    public bool Boolean(string name) => Required(name) is LedgerBoolean boolean ? boolean.Value : throw Wrong(name, "true or false");

    public bool? OptionalBoolean(string name) => Any(name) switch
    {
        null => null,
        LedgerBoolean boolean => boolean.Value,
        _ => throw Wrong(name, "true or false"),
    };

    public LedgerMap Map(string name) => Required(name) as LedgerMap ?? throw Wrong(name, "an object");

    public LedgerMap? OptionalMap(string name) => Any(name) switch
    {
        null => null,
        LedgerMap member => member,
        _ => throw Wrong(name, "an object"),
    };

    public OperationReader Inner(string name) => new(Map(name), Field(name));

    public LedgerList List(string name) => Required(name) as LedgerList ?? throw Wrong(name, "a list");

    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select(item => item is LedgerText text ? text.Value : throw Wrong(name, "a list of texts"))];

    public IReadOnlyList<string>? OptionalTexts(string name) => map.Contains(name) ? Texts(name) : Absent<string>(name);

    public IReadOnlyList<BigInteger> Integers(string name) =>
        [.. List(name).Select(item => item is LedgerInteger integer ? integer.Value : throw Wrong(name, "a list of integers"))];

    public IReadOnlyList<BigInteger>? OptionalIntegers(string name) => map.Contains(name) ? Integers(name) : Absent<BigInteger>(name);

    public LedgerDid Did(string name) => LedgerDid.Parse(Text(name), Field(name));

    public LedgerDid? OptionalDid(string name) => OptionalText(name) is { } text ? LedgerDid.Parse(text, Field(name)) : null;

    /// <summary>The members that no call has named, in the order received.</summary>
    public LedgerMap Rest()
    {
        var rest = map;
        foreach (var name in _known)
            rest = rest.Without(name);
        return rest;
    }

    public void Require(bool holds, string name, string rule)
    {
        if (!holds)
            throw new LedgerException(LedgerErrorCode.OutOfRange, $"The member '{name}' {rule}.", Field(name));
    }

    public string Field(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private List<T>? Absent<T>(string name)
    {
        _known.Add(name);
        return null;
    }

    private LedgerException Wrong(string name, string wanted) =>
        new(LedgerErrorCode.WrongType, $"The member '{name}' must be {wanted}.", Field(name));
}

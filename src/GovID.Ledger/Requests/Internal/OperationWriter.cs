using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>Collects the members of one object, leaving absent ones out.</summary>
internal sealed class OperationWriter
{
    private readonly List<KeyValuePair<string, LedgerValue>> _members = [];

    public OperationWriter()
    {
    }

    public OperationWriter(string type) => Add("type", type);

    public OperationWriter Add(string name, LedgerValue? value)
    {
        if (value is not null)
            _members.Add(new(name, value));
        return this;
    }

    public OperationWriter Add(string name, string? value) => Add(name, value is null ? null : new LedgerText(value));

    public OperationWriter Add(string name, LedgerDid? value) => Add(name, value?.Text);

    public OperationWriter Add(string name, BigInteger? value) => Add(name, value is { } number ? new LedgerInteger(number) : null);

    public OperationWriter Add(string name, bool? value) => Add(name, value is { } truth ? (LedgerValue)truth : null);

    public OperationWriter Add(string name, MemberText value) => Add(name, value.ToValue());

    public OperationWriter Add(string name, IEnumerable<string>? items) =>
        Add(name, items is null ? null : new LedgerList(items.Select(item => (LedgerValue)item)));

    public OperationWriter Add(string name, IEnumerable<BigInteger>? items) =>
        Add(name, items is null ? null : new LedgerList(items.Select(item => (LedgerValue)item)));

    /// <summary>The object; members of <paramref name="additional"/> follow.</summary>
    public LedgerMap Build(LedgerMap additional) => LedgerMap.From([.. _members, .. additional]);
}

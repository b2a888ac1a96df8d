using System.Numerics;
using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>FLAG: sets a named setting of the network (specification 11.17).</summary>
/// <param name="Name">The name; <c>latest</c> and names that begin with <c>v:</c> or <c>d:</c> would meet the agreement's keys.</param>
/// <param name="Value">The value; null unsets it.</param>
public sealed record Flag(string Name, MemberText Value) : LedgerOperation
{
    internal const string Number = "130";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Name, "operation.name");
        var meetsAgreement = Name == "latest" || Name.StartsWith("v:", StringComparison.Ordinal) || Name.StartsWith("d:", StringComparison.Ordinal);
        FieldRule.Require(!meetsAgreement, "operation.name", "is not 'latest' and does not begin with 'v:' or 'd:'");
    }

    internal static Flag Read(OperationReader reader) => new(reader.Text("name"), reader.MemberText("value"));

    private protected override void Write(OperationWriter writer) => writer.Add("name", Name).Add("value", Value);
}

/// <summary>GET_FLAG: reads a setting, now or at a moment (specification 11.17).</summary>
/// <param name="Name">The name.</param>
public sealed record GetFlag(string Name) : LedgerOperation
{
    internal const string Number = "131";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the moment in seconds since 1970; not together with <see cref="SeqNo"/>.</summary>
    public BigInteger? Timestamp { get; init; }

    /// <summary>Gets the sequence number; not together with <see cref="Timestamp"/>.</summary>
    public BigInteger? SeqNo { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Name, "operation.name");
        HistoryRule.Check(Timestamp, SeqNo);
    }

    internal static GetFlag Read(OperationReader reader) => new(reader.Text("name"))
    {
        Timestamp = reader.OptionalInteger("timestamp"),
        SeqNo = reader.OptionalInteger("seqNo"),
    };

    private protected override void Write(OperationWriter writer) =>
        writer.Add("name", Name).Add("timestamp", Timestamp).Add("seqNo", SeqNo);
}

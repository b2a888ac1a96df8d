using System.Numerics;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>TXN_AUTHOR_AGREEMENT_AML: lists the ways in which an agreement may be accepted (specification 11.11).</summary>
/// <param name="Version">The version, unique, 1 to 256 characters.</param>
/// <param name="Mechanisms">Mechanism and description; at least one.</param>
public sealed record AcceptanceMechanisms(string Version, LedgerMap Mechanisms) : LedgerOperation
{
    internal const string Number = "5";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets a text that explains the list.</summary>
    public string? Context { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Version, "operation.version");
        FieldRule.Require(Mechanisms.Count > 0, "operation.aml", "has at least one mechanism");
    }

    internal static AcceptanceMechanisms Read(OperationReader reader) =>
        new(reader.Text("version"), reader.Map("aml")) { Context = reader.OptionalText("amlContext") };

    private protected override void Write(OperationWriter writer) =>
        writer.Add("version", Version).Add("aml", Mechanisms).Add("amlContext", Context);
}

/// <summary>GET_TXN_AUTHOR_AGREEMENT_AML: reads the latest list of mechanisms, or one by version or moment (specification 11.11).</summary>
public sealed record GetAcceptanceMechanisms : LedgerOperation
{
    internal const string Number = "7";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the version; not together with <see cref="Timestamp"/>.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the moment in seconds since 1970; not together with <see cref="Version"/>.</summary>
    public BigInteger? Timestamp { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(Version is null || Timestamp is null, "operation.timestamp", "is not given together with 'version'");
        FieldRule.Name(Version, "operation.version");
        FieldRule.Require(Timestamp is not { Sign: < 0 }, "operation.timestamp", "is a number of seconds since 1970");
    }

    internal static GetAcceptanceMechanisms Read(OperationReader reader) =>
        new() { Version = reader.OptionalText("version"), Timestamp = reader.OptionalInteger("timestamp") };

    private protected override void Write(OperationWriter writer) => writer.Add("version", Version).Add("timestamp", Timestamp);
}

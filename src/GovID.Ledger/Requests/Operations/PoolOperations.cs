using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>POOL_CONFIG: opens or closes the network for writes (specification 11.13).</summary>
/// <param name="Writes">Whether writes are taken.</param>
public sealed record PoolConfiguration(bool Writes) : LedgerOperation
{
    internal const string Number = "111";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets whether nodes apply it before it is ordered.</summary>
    public bool? Force { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
    }

    internal static PoolConfiguration Read(OperationReader reader) =>
        new(reader.Boolean("writes")) { Force = reader.OptionalBoolean("force") };

    private protected override void Write(OperationWriter writer) => writer.Add("writes", Writes).Add("force", Force);
}

/// <summary>POOL_RESTART: asks the nodes to restart; written nowhere (specification 11.13).</summary>
/// <param name="Action"><c>start</c> or <c>cancel</c>.</param>
public sealed record PoolRestart(string Action) : LedgerOperation
{
    internal const string Number = "118";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the moment, RFC 3339; without it at once.</summary>
    public string? DateTime { get; init; }

    /// <inheritdoc/>
    public override void CheckRules() => FieldRule.Require(Action is "start" or "cancel", "operation.action", "is start or cancel");

    internal static PoolRestart Read(OperationReader reader) =>
        new(reader.Text("action")) { DateTime = reader.OptionalText("datetime") };

    private protected override void Write(OperationWriter writer) => writer.Add("action", Action).Add("datetime", DateTime);
}

/// <summary>VALIDATOR_INFO: asks every node for a report about itself; written nowhere (specification 11.13).</summary>
public sealed record ValidatorReport : LedgerOperation
{
    internal const string Number = "119";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
    }

    internal static ValidatorReport Read(OperationReader reader) => new();

    private protected override void Write(OperationWriter writer)
    {
    }
}

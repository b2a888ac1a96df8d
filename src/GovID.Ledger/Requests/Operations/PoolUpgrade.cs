using System.Numerics;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>POOL_UPGRADE: schedules or cancels new software on the nodes (specification 11.13).</summary>
/// <param name="Name">The name of the upgrade.</param>
/// <param name="Version">The version to install.</param>
/// <param name="Action"><c>start</c> or <c>cancel</c>.</param>
/// <param name="Sha256">The hash of the software, 64 hexadecimal digits.</param>
public sealed record PoolUpgrade(string Name, string Version, string Action, string Sha256) : LedgerOperation
{
    internal const string Number = "109";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets node and moment.</summary>
    public LedgerMap? Schedule { get; init; }

    /// <summary>Gets how many minutes a node waits for the upgrade.</summary>
    public BigInteger? Timeout { get; init; }

    /// <summary>Gets why an upgrade is cancelled.</summary>
    public string? Justification { get; init; }

    /// <summary>Gets whether the same version may be installed again.</summary>
    public bool? Reinstall { get; init; }

    /// <summary>Gets whether nodes apply it before it is ordered.</summary>
    public bool? Force { get; init; }

    /// <summary>Gets the package to upgrade.</summary>
    public string? Package { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Name, "operation.name");
        FieldRule.Name(Version, "operation.version");
        FieldRule.Require(Action is "start" or "cancel", "operation.action", "is start or cancel");
        FieldRule.Sha256Digest(Sha256, "operation.sha256");
    }

    internal static PoolUpgrade Read(OperationReader reader) =>
        new(reader.Text("name"), reader.Text("version"), reader.Text("action"), reader.Text("sha256"))
        {
            Schedule = reader.OptionalMap("schedule"),
            Timeout = reader.OptionalInteger("timeout"),
            Justification = reader.OptionalText("justification"),
            Reinstall = reader.OptionalBoolean("reinstall"),
            Force = reader.OptionalBoolean("force"),
            Package = reader.OptionalText("package"),
        };

    private protected override void Write(OperationWriter writer) => writer
        .Add("name", Name)
        .Add("version", Version)
        .Add("action", Action)
        .Add("sha256", Sha256)
        .Add("schedule", Schedule)
        .Add("timeout", Timeout)
        .Add("justification", Justification)
        .Add("reinstall", Reinstall)
        .Add("force", Force)
        .Add("package", Package);
}

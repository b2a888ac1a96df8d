using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>SCHEMA: publishes the names of a credential's attributes (specification 11.3).</summary>
/// <param name="Name">The name, 1 to 256 characters.</param>
/// <param name="Version">Two or three numbers with dots between.</param>
/// <param name="AttributeNames">1 to 125 names; the order is kept.</param>
public sealed record Schema(string Name, string Version, IReadOnlyList<string> AttributeNames) : LedgerOperation
{
    internal const string Number = "101";
    private const int MostAttributes = 125;

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the members of <c>data</c> that the specification does not name.</summary>
    public LedgerMap AdditionalContent { get; init; } = LedgerMap.Empty;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Name, "operation.data.name");
        FieldRule.Version(Version, "operation.data.version");
        FieldRule.Require(AttributeNames.Count is > 0 and <= MostAttributes, "operation.data.attr_names", $"has 1 to {MostAttributes} names");
        foreach (var name in AttributeNames)
            FieldRule.Name(name, "operation.data.attr_names");
    }

    internal static Schema Read(OperationReader reader)
    {
        var data = reader.Inner("data");
        return new Schema(data.Text("name"), data.Text("version"), data.Texts("attr_names")) { AdditionalContent = data.Rest() };
    }

    private protected override void Write(OperationWriter writer) => writer.Add(
        "data",
        new OperationWriter().Add("name", Name).Add("version", Version).Add("attr_names", AttributeNames).Build(AdditionalContent));
}

/// <summary>GET_SCHEMA: reads a schema by its author, name and version (specification 11.3).</summary>
/// <param name="Dest">The author.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The version.</param>
public sealed record GetSchema(LedgerDid Dest, string Name, string Version) : LedgerOperation
{
    internal const string Number = "107";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the members of <c>data</c> that the specification does not name.</summary>
    public LedgerMap AdditionalContent { get; init; } = LedgerMap.Empty;

    /// <summary>Asks for a schema by its identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The query.</returns>
    public static GetSchema Of(SchemaId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new GetSchema(id.Issuer, id.Name, id.Version);
    }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Name, "operation.data.name");
        FieldRule.Version(Version, "operation.data.version");
    }

    internal static GetSchema Read(OperationReader reader)
    {
        var data = reader.Inner("data");
        return new GetSchema(reader.Did("dest"), data.Text("name"), data.Text("version")) { AdditionalContent = data.Rest() };
    }

    private protected override void Write(OperationWriter writer) => writer
        .Add("dest", Dest)
        .Add("data", new OperationWriter().Add("name", Name).Add("version", Version).Build(AdditionalContent));
}

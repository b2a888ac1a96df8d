using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>REVOC_REG_ENTRY: moves a registry's accumulator and says which indices changed (specification 11.6).</summary>
/// <param name="RevocRegDefId">The registry's identifier.</param>
/// <param name="Accum">The new accumulator.</param>
public sealed record RevocationRegistryEntry(string RevocRegDefId, string Accum) : LedgerOperation
{
    internal const string Number = "114";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the kind of registry; <c>CL_ACCUM</c>.</summary>
    public string RevocDefType { get; init; } = RevocationRegistryDefinition.Accumulator;

    /// <summary>Gets the accumulator that this one follows; absent in the first entry.</summary>
    public string? PrevAccum { get; init; }

    /// <summary>Gets the indices that became valid.</summary>
    public IReadOnlyList<BigInteger>? Issued { get; init; }

    /// <summary>Gets the indices that became revoked.</summary>
    public IReadOnlyList<BigInteger>? Revoked { get; init; }

    /// <summary>Gets the members of <c>value</c> that the specification does not name.</summary>
    public LedgerMap AdditionalValue { get; init; } = LedgerMap.Empty;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(RevocDefType == RevocationRegistryDefinition.Accumulator, "operation.revocDefType", "is CL_ACCUM");
        RevocationRegistryId.Parse(RevocRegDefId, "operation.revocRegDefId");
        FieldRule.Require(Accum.Length > 0, "operation.value.accum", "is not empty");
        var issued = CheckIndices(Issued, "operation.value.issued");
        var revoked = CheckIndices(Revoked, "operation.value.revoked");
        FieldRule.Require(!issued.Overlaps(revoked), "operation.value.revoked", "shares an index with 'issued'");
    }

    internal static RevocationRegistryEntry Read(OperationReader reader)
    {
        var value = reader.Inner("value");
        return new RevocationRegistryEntry(reader.Text("revocRegDefId"), value.Text("accum"))
        {
            RevocDefType = reader.Text("revocDefType"),
            PrevAccum = value.OptionalText("prevAccum"),
            Issued = value.OptionalIntegers("issued"),
            Revoked = value.OptionalIntegers("revoked"),
            AdditionalValue = value.Rest(),
        };
    }

    private protected override void Write(OperationWriter writer) => writer
        .Add("revocDefType", RevocDefType)
        .Add("revocRegDefId", RevocRegDefId)
        .Add(
            "value",
            new OperationWriter()
                .Add("accum", Accum).Add("prevAccum", PrevAccum).Add("issued", Issued).Add("revoked", Revoked).Build(AdditionalValue));

    private static HashSet<BigInteger> CheckIndices(IReadOnlyList<BigInteger>? indices, string field)
    {
        var set = new HashSet<BigInteger>(indices ?? []);
        FieldRule.Require(set.All(index => index.Sign >= 0 && index <= int.MaxValue), field, "holds indices of the registry");
        return set;
    }
}

/// <summary>GET_REVOC_REG: reads a registry's accumulator at a moment (specification 11.7).</summary>
/// <param name="RevocRegDefId">The registry's identifier.</param>
/// <param name="Timestamp">The moment in seconds since 1970.</param>
public sealed record GetRevocationRegistry(string RevocRegDefId, BigInteger Timestamp) : LedgerOperation
{
    internal const string Number = "116";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        RevocationRegistryId.Parse(RevocRegDefId, "operation.revocRegDefId");
        FieldRule.Require(Timestamp.Sign >= 0, "operation.timestamp", "is a number of seconds since 1970");
    }

    internal static GetRevocationRegistry Read(OperationReader reader) => new(reader.Text("revocRegDefId"), reader.Integer("timestamp"));

    private protected override void Write(OperationWriter writer) =>
        writer.Add("revocRegDefId", RevocRegDefId).Add("timestamp", Timestamp);
}

/// <summary>GET_REVOC_REG_DELTA: reads what changed in a registry between two moments (specification 11.8).</summary>
/// <param name="RevocRegDefId">The registry's identifier.</param>
/// <param name="To">The later moment, greater than 0.</param>
public sealed record GetRevocationRegistryDelta(string RevocRegDefId, BigInteger To) : LedgerOperation
{
    internal const string Number = "117";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the earlier moment; without it everything since the beginning is asked for.</summary>
    public BigInteger? From { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        RevocationRegistryId.Parse(RevocRegDefId, "operation.revocRegDefId");
        FieldRule.Require(To.Sign > 0, "operation.to", "is greater than 0");
        FieldRule.Require(From is null || (From >= 0 && From <= To), "operation.from", "is not later than 'to'");
    }

    internal static GetRevocationRegistryDelta Read(OperationReader reader) =>
        new(reader.Text("revocRegDefId"), reader.Integer("to")) { From = reader.OptionalInteger("from") };

    private protected override void Write(OperationWriter writer) =>
        writer.Add("revocRegDefId", RevocRegDefId).Add("from", From).Add("to", To);
}

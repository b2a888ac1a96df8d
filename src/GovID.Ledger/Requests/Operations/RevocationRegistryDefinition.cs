using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>REVOC_REG_DEF: publishes a revocation registry of a credential definition (specification 11.5).</summary>
/// <param name="Id">The registry's identifier.</param>
/// <param name="CredDefId">The credential definition's identifier.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Value">Issuance type, size, public keys, tails hash and location.</param>
public sealed record RevocationRegistryDefinition(string Id, string CredDefId, string Tag, RevocationRegistryValue Value) : LedgerOperation
{
    internal const string Number = "113";
    internal const string Accumulator = "CL_ACCUM";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the kind of registry; <c>CL_ACCUM</c>.</summary>
    public string RevocDefType { get; init; } = Accumulator;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(RevocDefType == Accumulator, "operation.revocDefType", "is CL_ACCUM");
        FieldRule.Name(Tag, "operation.tag");
        var definition = CredentialDefinitionId.Parse(CredDefId, "operation.credDefId");
        var id = RevocationRegistryId.Parse(Id, "operation.id");
        FieldRule.Require(id.CredentialDefinition == definition && id.Tag == Tag, "operation.id", "names another credential definition or tag");
        Value.CheckRules();
    }

    internal static RevocationRegistryDefinition Read(OperationReader reader) =>
        new(reader.Text("id"), reader.Text("credDefId"), reader.Text("tag"), RevocationRegistryValue.Read(reader.Inner("value")))
        {
            RevocDefType = reader.Text("revocDefType"),
        };

    private protected override void Write(OperationWriter writer) => writer
        .Add("id", Id).Add("revocDefType", RevocDefType).Add("tag", Tag).Add("credDefId", CredDefId).Add("value", Value.ToMap());
}

/// <summary>The member <c>value</c> of a registry definition (specification 11.5).</summary>
/// <param name="IssuanceType"><see cref="ByDefault"/> or <see cref="OnDemand"/>.</param>
/// <param name="MaxCredNum">How many credentials the registry takes.</param>
/// <param name="PublicKeys">An object with <c>accumKey</c>.</param>
/// <param name="TailsHash">The base58 SHA-256 of the tails file.</param>
/// <param name="TailsLocation">Where the tails file is.</param>
public sealed record RevocationRegistryValue(
    string IssuanceType, BigInteger MaxCredNum, LedgerMap PublicKeys, string TailsHash, string TailsLocation)
{
    /// <summary>Credentials count as issued until they are revoked.</summary>
    public const string ByDefault = "ISSUANCE_BY_DEFAULT";

    /// <summary>Credentials count as revoked until they are issued.</summary>
    public const string OnDemand = "ISSUANCE_ON_DEMAND";

    /// <summary>Gets the members that the specification does not name.</summary>
    public LedgerMap Additional { get; init; } = LedgerMap.Empty;

    internal static RevocationRegistryValue Read(OperationReader reader) =>
        new(
            reader.Text("issuanceType"),
            reader.Integer("maxCredNum"),
            reader.Map("publicKeys"),
            reader.Text("tailsHash"),
            reader.Text("tailsLocation")) { Additional = reader.Rest() };

    internal void CheckRules()
    {
        const string Field = "operation.value";
        FieldRule.Require(IssuanceType is ByDefault or OnDemand, $"{Field}.issuanceType", $"is {ByDefault} or {OnDemand}");
        FieldRule.Require(MaxCredNum > 0 && MaxCredNum <= int.MaxValue, $"{Field}.maxCredNum", "is greater than 0");
        FieldRule.Require(PublicKeys.FindMap("accumKey")?.FindText("z") is not null, $"{Field}.publicKeys", "has the text accumKey.z");
        FieldRule.Name(TailsHash, $"{Field}.tailsHash");
        FieldRule.Name(TailsLocation, $"{Field}.tailsLocation");
    }

    internal LedgerMap ToMap() => new OperationWriter()
        .Add("issuanceType", IssuanceType)
        .Add("maxCredNum", MaxCredNum)
        .Add("publicKeys", PublicKeys)
        .Add("tailsHash", TailsHash)
        .Add("tailsLocation", TailsLocation)
        .Build(Additional);
}

/// <summary>GET_REVOC_REG_DEF: reads a registry definition (specification 11.5).</summary>
/// <param name="Id">The registry's identifier.</param>
public sealed record GetRevocationRegistryDefinition(string Id) : LedgerOperation
{
    internal const string Number = "115";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules() => RevocationRegistryId.Parse(Id, "operation.id");

    internal static GetRevocationRegistryDefinition Read(OperationReader reader) => new(reader.Text("id"));

    private protected override void Write(OperationWriter writer) => writer.Add("id", Id);
}

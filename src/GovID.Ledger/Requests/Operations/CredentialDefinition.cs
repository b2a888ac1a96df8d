using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>CRED_DEF: publishes an issuer's keys for a schema (specification 11.4).</summary>
/// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
/// <param name="Tag">The tag, 1 to 256 characters.</param>
/// <param name="Keys">An object with <c>primary</c> and, for revocable credentials, <c>revocation</c>; not inspected further.</param>
public sealed record CredentialDefinition(BigInteger SchemaSeqNo, string Tag, LedgerMap Keys) : LedgerOperation
{
    internal const string Number = "102";
    internal const string CamenischLysyanskaya = "CL";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the kind of signature; <c>CL</c>.</summary>
    public string SignatureType { get; init; } = CamenischLysyanskaya;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(SchemaSeqNo.Sign > 0, "operation.ref", "is the sequence number of a schema");
        FieldRule.Require(SignatureType == CamenischLysyanskaya, "operation.signature_type", "is CL");
        FieldRule.Name(Tag, "operation.tag");
        FieldRule.Require(Keys.FindMap("primary") is not null, "operation.data.primary", "is an object");
        FieldRule.Require(Keys.Find("revocation") is null or LedgerMap, "operation.data.revocation", "is an object");
    }

    internal static CredentialDefinition Read(OperationReader reader) =>
        new(reader.Integer("ref"), reader.Text("tag"), reader.Map("data")) { SignatureType = reader.Text("signature_type") };

    private protected override void Write(OperationWriter writer) => writer
        .Add("ref", SchemaSeqNo).Add("data", Keys).Add("signature_type", SignatureType).Add("tag", Tag);
}

/// <summary>GET_CRED_DEF: reads a credential definition (specification 11.4).</summary>
/// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
/// <param name="Origin">The author.</param>
public sealed record GetCredentialDefinition(BigInteger SchemaSeqNo, LedgerDid Origin) : LedgerOperation
{
    internal const string Number = "108";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the kind of signature; <c>CL</c>.</summary>
    public string SignatureType { get; init; } = CredentialDefinition.CamenischLysyanskaya;

    /// <summary>Gets the tag; without it a node takes <c>tag</c>, but the proof cannot be checked, so always send it.</summary>
    public string? Tag { get; init; }

    /// <summary>Asks for a definition by its identifier; one without tag sends the empty tag (specification 6.5).</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The query.</returns>
    public static GetCredentialDefinition Of(CredentialDefinitionId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new GetCredentialDefinition(id.SchemaSeqNo, id.Issuer) { Tag = id.Tag ?? string.Empty };
    }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(SchemaSeqNo.Sign > 0, "operation.ref", "is the sequence number of a schema");
        FieldRule.Require(SignatureType == CredentialDefinition.CamenischLysyanskaya, "operation.signature_type", "is CL");
        FieldRule.Require(Tag is null or { Length: <= FieldRule.LongestName }, "operation.tag", $"has at most {FieldRule.LongestName} characters");
    }

    internal static GetCredentialDefinition Read(OperationReader reader) => new(reader.Integer("ref"), reader.Did("origin"))
    {
        SignatureType = reader.Text("signature_type"),
        Tag = reader.OptionalText("tag"),
    };

    private protected override void Write(OperationWriter writer) => writer
        .Add("ref", SchemaSeqNo).Add("origin", Origin).Add("signature_type", SignatureType).Add("tag", Tag);
}

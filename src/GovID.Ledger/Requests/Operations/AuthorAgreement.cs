using System.Numerics;
using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>TXN_AUTHOR_AGREEMENT: sets an agreement, or retires an older one (specification 11.11).</summary>
/// <param name="Version">The version, 1 to 256 characters.</param>
public sealed record AuthorAgreement(string Version) : LedgerOperation
{
    internal const string Number = "4";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the text; required on creation.</summary>
    public string? Text { get; init; }

    /// <summary>Gets when it takes effect, in seconds since 1970; required on creation.</summary>
    public BigInteger? RatificationTime { get; init; }

    /// <summary>Gets when it ends, in seconds since 1970; only when an older agreement is changed.</summary>
    public BigInteger? RetirementTime { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Name(Version, "operation.version");
        FieldRule.Require(RatificationTime is not { Sign: < 0 }, "operation.ratification_ts", "is a number of seconds since 1970");
        FieldRule.Require(RetirementTime is not { Sign: < 0 }, "operation.retirement_ts", "is a number of seconds since 1970");
    }

    internal static AuthorAgreement Read(OperationReader reader) => new(reader.Text("version"))
    {
        Text = reader.OptionalText("text"),
        RatificationTime = reader.OptionalInteger("ratification_ts"),
        RetirementTime = reader.OptionalInteger("retirement_ts"),
    };

    private protected override void Write(OperationWriter writer) => writer
        .Add("version", Version).Add("text", Text).Add("ratification_ts", RatificationTime).Add("retirement_ts", RetirementTime);
}

/// <summary>TXN_AUTHOR_AGREEMENT_DISABLE: ends all agreements (specification 11.11).</summary>
public sealed record DisableAuthorAgreements : LedgerOperation
{
    internal const string Number = "8";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
    }

    internal static DisableAuthorAgreements Read(OperationReader reader) => new();

    private protected override void Write(OperationWriter writer)
    {
    }
}

/// <summary>GET_TXN_AUTHOR_AGREEMENT: reads the latest agreement, or one by version, digest or moment (specification 11.11).</summary>
public sealed record GetAuthorAgreement : LedgerOperation
{
    internal const string Number = "6";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the version.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the digest.</summary>
    public string? Digest { get; init; }

    /// <summary>Gets the moment in seconds since 1970.</summary>
    public BigInteger? Timestamp { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        var given = (Version is null ? 0 : 1) + (Digest is null ? 0 : 1) + (Timestamp is null ? 0 : 1);
        FieldRule.Require(given <= 1, Version is null ? "operation.digest" : "operation.version", "is not given together with another of 'version', 'digest' and 'timestamp'");
        FieldRule.Name(Version, "operation.version");
        FieldRule.Sha256Digest(Digest, "operation.digest");
        FieldRule.Require(Timestamp is not { Sign: < 0 }, "operation.timestamp", "is a number of seconds since 1970");
    }

    internal static GetAuthorAgreement Read(OperationReader reader) => new()
    {
        Version = reader.OptionalText("version"),
        Digest = reader.OptionalText("digest"),
        Timestamp = reader.OptionalInteger("timestamp"),
    };

    private protected override void Write(OperationWriter writer) =>
        writer.Add("version", Version).Add("digest", Digest).Add("timestamp", Timestamp);
}

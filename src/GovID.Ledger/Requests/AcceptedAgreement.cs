using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests;

/// <summary>Which transaction author agreement was accepted: by version and text, by digest, or by both.</summary>
public sealed record AcceptedAgreement
{
    /// <summary>Gets the version; given together with <see cref="Text"/>.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the text; given together with <see cref="Version"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the digest, 64 hexadecimal digits.</summary>
    public string? Digest { get; init; }

    /// <summary>Names the agreement by its version and text.</summary>
    /// <param name="version">The version.</param>
    /// <param name="text">The text.</param>
    /// <returns>The agreement.</returns>
    public static AcceptedAgreement Of(string version, string text) => new() { Version = version, Text = text };

    /// <summary>Names the agreement by its digest.</summary>
    /// <param name="digest">64 hexadecimal digits.</param>
    /// <returns>The agreement.</returns>
    public static AcceptedAgreement ByDigest(string digest) => new() { Digest = digest };

    internal string FindDigest()
    {
        if ((Version is null) != (Text is null))
            throw new LedgerException(LedgerErrorCode.MissingMember, "Version and text are given together or not at all.", Version is null ? "version" : "text");
        if (Version is null || Text is null)
            return CheckedDigest();

        var computed = AgreementAcceptance.DigestOf(Version, Text);
        return Digest is null || string.Equals(Digest, computed, StringComparison.Ordinal)
            ? computed
            : throw new LedgerException(LedgerErrorCode.Inconsistent, $"The digest of version and text is {computed}, not the one given.", "taaDigest");
    }

    private string CheckedDigest()
    {
        var digest = Digest ?? throw new LedgerException(LedgerErrorCode.MissingMember, "Version and text, or the digest, must be given.", "taaDigest");
        FieldRule.Sha256Digest(digest, "taaDigest");
        return digest;
    }
}

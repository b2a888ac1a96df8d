using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using GovID.Dids;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>An object of the ledger as the path of a DID URL names it (specification 14.2). The kinds are closed.</summary>
public abstract record IndyObject
{
    private const string Family = "anoncreds";
    private const string FamilyVersion = "v0";
    private const int LongestName = 256;
    private const int LongestSeqNo = 20;

    private IndyObject()
    {
    }

    /// <summary>Gets the word in the path.</summary>
    public abstract string Kind { get; }

    private protected abstract IReadOnlyList<string> Parts { get; }

    /// <summary>Reads a path with its leading slash; percent-encoded characters are decoded.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The object.</returns>
    /// <exception cref="LedgerClientException">The path has another form (<see cref="LedgerClientErrorCode.Malformed"/>).</exception>
    public static IndyObject Parse(string path) => TryParse(path, out var named)
        ? named
        : throw new LedgerClientException(
            LedgerClientErrorCode.Malformed, "The path must be '/anoncreds/v0/SCHEMA/<name>/<version>', or that of a CLAIM_DEF, REV_REG_DEF, REV_REG_ENTRY or REV_REG_DELTA.", "path");

    /// <summary>Reads a path; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="path">The path.</param>
    /// <param name="named">The object.</param>
    /// <returns>Whether the path was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? path, [NotNullWhen(true)] out IndyObject? named)
    {
        named = null;
        return path is not null && path.StartsWith('/')
            && DidUrl.TryParse($"did:{IndyDid.Method}:path{path}", out var url) && url.Query is null && url.Fragment is null
            && TryRead(url.PathSegments, out named);
    }

    /// <summary>Writes the path with its leading slash, percent-encoded where needed.</summary>
    /// <returns>The path.</returns>
    public string ToPath() => $"/{Family}/{FamilyVersion}/{Kind}/{string.Join('/', Parts.Select(Uri.EscapeDataString))}";

    /// <summary>Writes the path.</summary>
    /// <returns>The path.</returns>
    public sealed override string ToString() => ToPath();

    internal static bool TryRead(IReadOnlyList<string> segments, [NotNullWhen(true)] out IndyObject? named)
    {
        named = null;
        if (segments.Count < 4 || segments[0] != Family || segments[1] != FamilyVersion || segments.Skip(3).Any(part => !IsName(part)))
            return false;

        named = (segments[2], segments.Count) switch
        {
            ("SCHEMA", 5) when IsVersion(segments[4]) => new Schema(segments[3], segments[4]),
            ("CLAIM_DEF", 5) when TrySeqNo(segments[3], out var schema) => new ClaimDef(schema, segments[4]),
            ("REV_REG_DEF", 6) when TrySeqNo(segments[3], out var schema) => new RevRegDef(schema, segments[4], segments[5]),
            ("REV_REG_ENTRY", 6) when TrySeqNo(segments[3], out var schema) => new RevRegEntry(schema, segments[4], segments[5]),
            ("REV_REG_DELTA", 6) when TrySeqNo(segments[3], out var schema) => new RevRegDelta(schema, segments[4], segments[5]),
            _ => null,
        };
        return named is not null;
    }

    private static string Decimal(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsName(string part) => part.Length is > 0 and <= LongestName && !part.Any(char.IsControl);

    private static bool IsVersion(string text)
    {
        var parts = text.Split('.');
        return parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && !part.AsSpan().ContainsAnyExceptInRange('0', '9'));
    }

    private static bool TrySeqNo(string text, out BigInteger number)
    {
        number = default;
        return text.Length <= LongestSeqNo && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static RevocationRegistryId Registry(IndyDid issuer, BigInteger schemaSeqNo, string credDefTag, string tag) =>
        new(issuer.Id, new CredentialDefinitionId(issuer.Id, schemaSeqNo, credDefTag), tag);

    /// <summary>A schema.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Version">The version: two or three numbers with dots between.</param>
    public sealed record Schema(string Name, string Version) : IndyObject
    {
        /// <inheritdoc/>
        public override string Kind => "SCHEMA";

        private protected override IReadOnlyList<string> Parts => [Name, Version];

        /// <summary>Gets the identifier in its legacy form.</summary>
        /// <param name="issuer">The author.</param>
        /// <returns>The identifier.</returns>
        public SchemaId ToLegacyId(IndyDid issuer) => new(issuer.Id, Name, Version);
    }

    /// <summary>A credential definition.</summary>
    /// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
    /// <param name="Tag">The tag.</param>
    public sealed record ClaimDef(BigInteger SchemaSeqNo, string Tag) : IndyObject
    {
        /// <inheritdoc/>
        public override string Kind => "CLAIM_DEF";

        private protected override IReadOnlyList<string> Parts => [Decimal(SchemaSeqNo), Tag];

        /// <summary>Gets the identifier in its legacy form.</summary>
        /// <param name="issuer">The author.</param>
        /// <returns>The identifier.</returns>
        public CredentialDefinitionId ToLegacyId(IndyDid issuer) => new(issuer.Id, SchemaSeqNo, Tag);
    }

    /// <summary>A revocation registry definition.</summary>
    /// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
    /// <param name="CredDefTag">The credential definition's tag.</param>
    /// <param name="Tag">The registry's tag.</param>
    public sealed record RevRegDef(BigInteger SchemaSeqNo, string CredDefTag, string Tag) : IndyObject
    {
        /// <inheritdoc/>
        public override string Kind => "REV_REG_DEF";

        private protected override IReadOnlyList<string> Parts => [Decimal(SchemaSeqNo), CredDefTag, Tag];

        /// <summary>Gets the registry's identifier in its legacy form.</summary>
        /// <param name="issuer">The author.</param>
        /// <returns>The identifier.</returns>
        public RevocationRegistryId ToLegacyId(IndyDid issuer) => Registry(issuer, SchemaSeqNo, CredDefTag, Tag);
    }

    /// <summary>A registry's state at a moment, or what changed in it; the query says which.</summary>
    /// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
    /// <param name="CredDefTag">The credential definition's tag.</param>
    /// <param name="Tag">The registry's tag.</param>
    public sealed record RevRegEntry(BigInteger SchemaSeqNo, string CredDefTag, string Tag) : IndyObject
    {
        /// <inheritdoc/>
        public override string Kind => "REV_REG_ENTRY";

        private protected override IReadOnlyList<string> Parts => [Decimal(SchemaSeqNo), CredDefTag, Tag];

        /// <summary>Gets the registry's identifier in its legacy form.</summary>
        /// <param name="issuer">The author.</param>
        /// <returns>The identifier.</returns>
        public RevocationRegistryId ToLegacyId(IndyDid issuer) => Registry(issuer, SchemaSeqNo, CredDefTag, Tag);
    }

    /// <summary>What changed in a registry between two moments.</summary>
    /// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
    /// <param name="CredDefTag">The credential definition's tag.</param>
    /// <param name="Tag">The registry's tag.</param>
    public sealed record RevRegDelta(BigInteger SchemaSeqNo, string CredDefTag, string Tag) : IndyObject
    {
        /// <inheritdoc/>
        public override string Kind => "REV_REG_DELTA";

        private protected override IReadOnlyList<string> Parts => [Decimal(SchemaSeqNo), CredDefTag, Tag];

        /// <summary>Gets the registry's identifier in its legacy form.</summary>
        /// <param name="issuer">The author.</param>
        /// <returns>The identifier.</returns>
        public RevocationRegistryId ToLegacyId(IndyDid issuer) => Registry(issuer, SchemaSeqNo, CredDefTag, Tag);
    }
}

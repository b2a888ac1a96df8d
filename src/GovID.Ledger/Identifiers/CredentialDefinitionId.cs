using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Identifiers;

/// <summary>
/// Names a credential definition: <c>&lt;did&gt;:3:CL:&lt;schema sequence number&gt;:&lt;tag&gt;</c>, which is also its state key
/// (specification 11.4). Identifiers of 2018 have no tag.
/// </summary>
/// <param name="Issuer">The author of the definition.</param>
/// <param name="SchemaSeqNo">The sequence number of the schema's transaction.</param>
/// <param name="Tag">The tag; null in the form of 2018.</param>
public sealed record CredentialDefinitionId(LedgerDid Issuer, BigInteger SchemaSeqNo, string? Tag)
{
    private const int LongestText = 400;
    private const string SignatureType = "CL";

    /// <summary>Reads the legacy text form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member that held it, for the refusal.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="LedgerException">The text has another form (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static CredentialDefinitionId Parse(string text, string? field = null) => TryParse(text, out var id)
        ? id
        : throw new LedgerException(
            LedgerErrorCode.Malformed, "A credential definition id is '<did>:3:CL:<schema sequence number>:<tag>'.", field);

    /// <summary>Reads the legacy text form; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The identifier.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CredentialDefinitionId? id)
    {
        id = null;
        if (text is null || text.Length > LongestText || !LegacyIds.TryTakeIssuer(text, "3", out var issuer, out var rest))
            return false;

        var parts = rest.Split(':', 3);
        if (parts.Length < 2 || parts[0] != SignatureType || !LegacyIds.TryReadSeqNo(parts[1], out var schema))
            return false;
        if (parts.Length == 3 && parts[2].Length == 0)
            return false;

        id = new CredentialDefinitionId(issuer, schema, parts.Length == 3 ? parts[2] : null);
        return true;
    }

    /// <summary>Writes the legacy text form.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var schema = SchemaSeqNo.ToString(CultureInfo.InvariantCulture);
        return Tag is null ? $"{Issuer}:3:{SignatureType}:{schema}" : $"{Issuer}:3:{SignatureType}:{schema}:{Tag}";
    }
}

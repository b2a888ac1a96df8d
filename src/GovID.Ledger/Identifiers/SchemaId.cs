using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Identifiers;

/// <summary>Names a schema: <c>&lt;did&gt;:2:&lt;name&gt;:&lt;version&gt;</c>, which is also its state key (specification 11.3).</summary>
/// <param name="Issuer">The author of the schema.</param>
/// <param name="Name">The name, 1 to 256 characters; colons may occur.</param>
/// <param name="Version">The version, without colon.</param>
public sealed record SchemaId(LedgerDid Issuer, string Name, string Version)
{
    private const int LongestText = 640;

    /// <summary>Reads the legacy text form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member that held it, for the refusal.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="LedgerException">The text has another form (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static SchemaId Parse(string text, string? field = null) => TryParse(text, out var id)
        ? id
        : throw new LedgerException(LedgerErrorCode.Malformed, "A schema id is '<did>:2:<name>:<version>'.", field);

    /// <summary>Reads the legacy text form; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The identifier.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SchemaId? id)
    {
        id = null;
        if (text is null || text.Length > LongestText || !LegacyIds.TryTakeIssuer(text, "2", out var issuer, out var rest))
            return false;

        var at = rest.LastIndexOf(':');
        if (at <= 0 || at == rest.Length - 1)
            return false;

        id = new SchemaId(issuer, rest[..at], rest[(at + 1)..]);
        return true;
    }

    /// <summary>Writes the legacy text form.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Issuer}:2:{Name}:{Version}";
}

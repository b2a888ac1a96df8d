using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Internal;

namespace GovID.Ledger.Identifiers;

/// <summary>
/// Names a revocation registry definition: <c>&lt;did&gt;:4:&lt;credential definition id&gt;:CL_ACCUM:&lt;tag&gt;</c>, which is also its
/// state key (specification 11.5).
/// </summary>
/// <param name="Issuer">The author of the registry definition.</param>
/// <param name="CredentialDefinition">The credential definition it belongs to.</param>
/// <param name="Tag">The tag.</param>
public sealed record RevocationRegistryId(LedgerDid Issuer, CredentialDefinitionId CredentialDefinition, string Tag)
{
    private const int LongestText = 800;
    private const string TypeMark = ":CL_ACCUM:";

    /// <summary>Reads the legacy text form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member that held it, for the refusal.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="LedgerException">The text has another form (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static RevocationRegistryId Parse(string text, string? field = null) => TryParse(text, out var id)
        ? id
        : throw new LedgerException(
            LedgerErrorCode.Malformed, "A revocation registry id is '<did>:4:<credential definition id>:CL_ACCUM:<tag>'.", field);

    /// <summary>Reads the legacy text form; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The identifier.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RevocationRegistryId? id)
    {
        id = null;
        if (text is null || text.Length > LongestText || !LegacyIds.TryTakeIssuer(text, "4", out var issuer, out var rest))
            return false;

        var at = rest.LastIndexOf(TypeMark, StringComparison.Ordinal);
        if (at < 0 || at + TypeMark.Length == rest.Length || !CredentialDefinitionId.TryParse(rest[..at], out var definition))
            return false;

        id = new RevocationRegistryId(issuer, definition, rest[(at + TypeMark.Length)..]);
        return true;
    }

    /// <summary>Writes the legacy text form.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Issuer}:4:{CredentialDefinition}{TypeMark}{Tag}";
}

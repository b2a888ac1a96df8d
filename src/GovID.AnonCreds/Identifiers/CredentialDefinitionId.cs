using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Identifiers;

/// <summary>Names a credential definition. A URI or the legacy form; compared as exact text, never normalised (specification 14).</summary>
[JsonConverter(typeof(CredentialDefinitionIdConverter))]
public sealed record CredentialDefinitionId
{
    private CredentialDefinitionId(string text) => Value = text;

    /// <summary>The text as given.</summary>
    public string Value { get; }

    /// <summary>True for the legacy form, whether or not it also reads as a URI.</summary>
    public bool IsLegacy => IdentifierGrammar.IsLegacyCredentialDefinitionId(Value);

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="AnonCredsException">The text has neither form (<see cref="AnonCredsErrorCode.InvalidIdentifier"/>).</exception>
    public static CredentialDefinitionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw IdentifierGrammar.Refuse("credential definition identifier", "did:web:example.org/definitions/1");

    /// <summary>Reads an identifier; false when the text has neither form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CredentialDefinitionId? id)
    {
        var valid = text is not null && (IdentifierGrammar.IsUri(text) || IdentifierGrammar.IsLegacyCredentialDefinitionId(text));
        id = valid ? new CredentialDefinitionId(text!) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

internal sealed class CredentialDefinitionIdConverter() : TextConverter<CredentialDefinitionId>(CredentialDefinitionId.TryParse, id => id.Value);

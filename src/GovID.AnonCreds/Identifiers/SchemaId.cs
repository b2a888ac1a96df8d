using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Identifiers;

/// <summary>Names a schema. A URI or the legacy form; compared as exact text, never normalised (specification 14).</summary>
[JsonConverter(typeof(SchemaIdConverter))]
public sealed record SchemaId
{
    private SchemaId(string text) => Value = text;

    /// <summary>The text as given.</summary>
    public string Value { get; }

    /// <summary>True for the legacy form, whether or not it also reads as a URI.</summary>
    public bool IsLegacy => IdentifierGrammar.IsLegacySchemaId(Value);

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="AnonCredsException">The text has neither form (<see cref="AnonCredsErrorCode.InvalidIdentifier"/>).</exception>
    public static SchemaId Parse(string text) =>
        TryParse(text, out var id) ? id : throw IdentifierGrammar.Refuse("schema identifier", "did:web:example.org/schemas/1");

    /// <summary>Reads an identifier; false when the text has neither form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SchemaId? id)
    {
        var valid = text is not null && (IdentifierGrammar.IsUri(text) || IdentifierGrammar.IsLegacySchemaId(text));
        id = valid ? new SchemaId(text!) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

internal sealed class SchemaIdConverter() : TextConverter<SchemaId>(SchemaId.TryParse, id => id.Value);

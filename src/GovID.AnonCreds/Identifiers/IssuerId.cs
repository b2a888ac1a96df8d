using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Identifiers;

/// <summary>Names the issuer of an object. A URI or the legacy form; compared as exact text, never normalised (specification 14).</summary>
[JsonConverter(typeof(IssuerIdConverter))]
public sealed record IssuerId
{
    private IssuerId(string text) => Value = text;

    /// <summary>The text as given.</summary>
    public string Value { get; }

    /// <summary>True for the legacy form, whether or not it also reads as a URI.</summary>
    public bool IsLegacy => IdentifierGrammar.IsLegacyDid(Value);

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="AnonCredsException">The text has neither form (<see cref="AnonCredsErrorCode.InvalidIdentifier"/>).</exception>
    public static IssuerId Parse(string text) =>
        TryParse(text, out var id) ? id : throw IdentifierGrammar.Refuse("issuer identifier", "did:indy:example:2MZYuPv2Km7Q1eD4GCsSb6");

    /// <summary>Reads an identifier; false when the text has neither form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IssuerId? id)
    {
        var valid = text is not null && (IdentifierGrammar.IsUri(text) || IdentifierGrammar.IsLegacyDid(text));
        id = valid ? new IssuerId(text!) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

internal sealed class IssuerIdConverter() : TextConverter<IssuerId>(IssuerId.TryParse, id => id.Value);

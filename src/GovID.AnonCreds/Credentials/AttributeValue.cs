using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Credentials;

/// <summary>The value of one attribute: the text for people and the integer that is signed. Prints neither.</summary>
/// <param name="Raw">The text for people.</param>
/// <param name="Encoded">The integer that is signed, as decimal text (specification 5).</param>
public sealed record AttributeValue(
    [property: JsonPropertyName("raw"), JsonRequired] string Raw,
    [property: JsonPropertyName("encoded"), JsonRequired] string Encoded)
{
    /// <summary>Encodes a raw value by the rule.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TooLarge"/> for a value over the limit.</exception>
    public static AttributeValue Of(string raw) => new(raw, AttributeEncoding.Encode(raw));

    /// <summary>Returns <c>[redacted]</c>: a value is personal.</summary>
    public override string ToString() => "[redacted]";
}

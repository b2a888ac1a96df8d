using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Schemas;

/// <summary>The names of the attributes that credentials of one kind carry (specification 13.1).</summary>
public sealed record Schema
{
    /// <summary>The most attributes of a schema (specification 2).</summary>
    public const int MaximumAttributes = 125;

    /// <summary>The largest schema that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 262_144;

    /// <summary>The name, 1 to 256 characters.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The version, 1 to 256 characters; the legacy identifier of a schema takes only digits and dots.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The attribute names: 1 to 125, different also in their normal form. The order carries no meaning.</summary>
    [JsonPropertyName("attrNames")]
    public required IReadOnlyList<string> AttributeNames { get; init; }

    /// <summary>Who published the schema.</summary>
    [JsonPropertyName("issuerId")]
    public required IssuerId IssuerId { get; init; }

    /// <summary>Reads and checks a schema.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static Schema Parse(ReadOnlySpan<byte> utf8)
    {
        var schema = StrictJson.Parse(utf8, AnonCredsJson.Default.Schema, MaximumBytes);
        schema.Validate();
        return schema;
    }

    /// <summary>The schema as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.Schema);

    /// <summary>Checks the rules that hold between members.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field.</exception>
    public void Validate()
    {
        Require(IsText(Name), "name", "give 1 to 256 characters");
        Require(IsText(Version), "version", "give 1 to 256 characters");
        Require(
            AttributeNames.Count is > 0 and <= MaximumAttributes, "attrNames", $"give 1 to {MaximumAttributes} attribute names");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < AttributeNames.Count; i++)
        {
            var normal = AttributeName.Normalize(AttributeNames[i]);
            Require(IsText(AttributeNames[i]) && normal.Length > 0, $"attrNames[{i}]", "give a name of 1 to 256 characters that are not all spaces");
            Require(normal != AttributeName.LinkSecret, $"attrNames[{i}]", "this name is kept for the link secret");
            Require(seen.Add(normal), $"attrNames[{i}]", "the name equals another one when spaces and case are set aside");
        }
    }

    /// <summary>The attribute names in normal form.</summary>
    internal IEnumerable<string> NormalNames() => AttributeNames.Select(AttributeName.Normalize);

    private static bool IsText(string text) => text.Length is > 0 and <= AttributeName.MaximumLength;

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The schema is refused at {field}: {fix}.", $"$.{field}");
    }
}

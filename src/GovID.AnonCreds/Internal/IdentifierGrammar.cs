using System.Text.RegularExpressions;

namespace GovID.AnonCreds.Internal;

/// <summary>The forms of identifiers (specification 14). All expressions run in linear time over a bounded text.</summary>
internal static partial class IdentifierGrammar
{
    /// <summary>The longest identifier that is read, in UTF-16 units.</summary>
    public const int MaximumLength = 2048;

    private const string Did = "[1-9A-HJ-NP-Za-km-z]{21,22}";
    private const string SchemaReference = "(([1-9][0-9]*)|([a-zA-Z0-9]{21,22}:2:[^:]+:[0-9.]+))";
    private const string CredentialDefinition = Did + ":3:CL:" + SchemaReference + ":([^:]+)?";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool IsUri(string text) => text.Length <= MaximumLength && Uri().IsMatch(text);

    public static bool IsLegacyDid(string text) => LegacyDid().IsMatch(text);

    public static bool IsLegacySchemaId(string text) => text.Length <= MaximumLength && LegacySchemaId().IsMatch(text);

    public static bool IsLegacyCredentialDefinitionId(string text) =>
        text.Length <= MaximumLength && LegacyCredentialDefinitionId().IsMatch(text);

    public static bool IsLegacyRegistryId(string text) => text.Length <= MaximumLength && LegacyRegistryId().IsMatch(text);

    public static AnonCredsException Refuse(string kind, string example) => new(
        AnonCredsErrorCode.InvalidIdentifier,
        $"This is no {kind}: give a URI such as {example}, or the legacy form.");

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9+\-.]*:[^\n]+\z", Options)]
    private static partial Regex Uri();

    [GeneratedRegex(@"\A" + Did + @"\z", Options)]
    private static partial Regex LegacyDid();

    [GeneratedRegex(@"\A" + Did + @":2:[^:]+:[0-9.]+\z", Options)]
    private static partial Regex LegacySchemaId();

    [GeneratedRegex(@"\A" + CredentialDefinition + @"\z", Options)]
    private static partial Regex LegacyCredentialDefinitionId();

    [GeneratedRegex(@"\A" + Did + ":4:" + CredentialDefinition + @":CL_ACCUM:([^:]+)?\z", Options)]
    private static partial Regex LegacyRegistryId();
}

using System.Text.Json;

namespace GovID.Conformance.Suites.Dids;

/// <summary>
/// What the world answered for identifiers that do not carry their document: a ledger's key and attribute, the state a did:peer:1
/// has reached. For identifiers that are not recorded the suite takes from the document what a ledger would say.
/// </summary>
internal static class RecordedAnswers
{
    private static readonly JsonElement Root = Read();

    /// <summary>The ledger's answer: members <c>verkey</c> and perhaps <c>attribute</c>; null when none is recorded.</summary>
    public static JsonElement? Ledger(string did) => Root.Member("ledger").Optional(did);

    /// <summary>The did:peer:1 of the state a DID has reached; null when none is recorded.</summary>
    public static string? State(string did) => Root.Member("states").Optional(did)?.GetString();

    private static JsonElement Read()
    {
        using var stream = typeof(RecordedAnswers).Assembly.GetManifestResourceStream("did-answers")
            ?? throw new InvalidOperationException("The recorded answers are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}

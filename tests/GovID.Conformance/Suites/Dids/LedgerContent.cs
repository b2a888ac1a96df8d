using System.Text.Json;
using GovID.Dids;

namespace GovID.Conformance.Suites.Dids;

/// <summary>A file with the members that a ledger keeps for a DID; whose they are is told by the ids inside.</summary>
internal sealed record LedgerContent(string File, JsonElement Json)
{
    private static readonly string[] Lists =
        ["verificationMethod", "service", "authentication", "assertionMethod", "keyAgreement", "capabilityInvocation", "capabilityDelegation"];

    /// <summary>Whose content it is; null when that cannot be told.</summary>
    public string? Subject { get; } = SubjectOf(Json);

    /// <summary>The DID that most ids of keys and services are under; null when there is none.</summary>
    public static string? SubjectOf(JsonElement json) => Lists
        .SelectMany(name => json.Optional(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [])
        .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : item.Optional("id")?.ToString())
        .Select(id => DidUrl.TryParse(id, out var url) ? url.Did.ToString() : null)
        .OfType<string>()
        .GroupBy(did => did, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .FirstOrDefault()?.Key;
}

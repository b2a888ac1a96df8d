using System.Text.Json;

namespace GovID.Conformance.Suites.Trie;

/// <summary><c>indy/trie</c>: sequences of writes with the root after each and proofs at the end, and single proofs of several keys.</summary>
public sealed class TrieSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/trie";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder) =>
        JsonFiles.Of(folder).SelectMany(file => CasesOf(file.Name, file.Content));

    private static IEnumerable<ConformanceCase> CasesOf(string name, JsonElement content) => content switch
    {
        { ValueKind: JsonValueKind.Object } when content.Has("sequences") => SequenceCases.Of(name, content),
        { ValueKind: JsonValueKind.Object } => ProofCases.Of(name, content),
        _ => [ConformanceCase.Failed(name, "the file is not an object")],
    };
}

using System.Text.Json;

namespace GovID.Conformance.Suites.Merkle;

/// <summary><c>indy/merkle</c>: leaves in MessagePack, trees with all their proofs, and groups of single trees and paths.</summary>
public sealed class MerkleSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/merkle";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder) =>
        JsonFiles.Of(folder).SelectMany(file => CasesOf(file.Name, file.Content));

    private static IEnumerable<ConformanceCase> CasesOf(string name, JsonElement content) => content switch
    {
        { ValueKind: JsonValueKind.Array } => LeafCases.Of(name, content),
        { ValueKind: JsonValueKind.Object } when content.Has("leafData_utf8") => TreeCases.Of(name, content),
        { ValueKind: JsonValueKind.Object } => GroupCases.Of(name, content),
        _ => [ConformanceCase.Failed(name, "the file is neither a list nor an object")],
    };
}

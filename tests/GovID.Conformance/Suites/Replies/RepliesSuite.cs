using System.Text.Json;

namespace GovID.Conformance.Suites.Replies;

/// <summary><c>indy/replies</c>: lists of recorded replies with what their proofs hold, and single replies with the verdict of the client.</summary>
public sealed class RepliesSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/replies";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder) =>
        JsonFiles.Of(folder).SelectMany(file => CasesOf(file.Name, file.Content));

    private static IEnumerable<ConformanceCase> CasesOf(string name, JsonElement content) => content switch
    {
        { ValueKind: JsonValueKind.Array } =>
            content.EnumerateArray().Select((item, i) => new ConformanceCase($"{name}[{i}]", () => RecordedReply.Check(item))),
        { ValueKind: JsonValueKind.Object } when content.Has("reply", "expected") =>
            [new ConformanceCase(name, () => JudgedReply.Check(content))],
        _ => [ConformanceCase.Failed(name, "the file is neither a list of replies nor one reply with its verdict")],
    };
}

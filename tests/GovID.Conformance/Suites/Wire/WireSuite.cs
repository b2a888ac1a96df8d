using System.Text.Json;

namespace GovID.Conformance.Suites.Wire;

/// <summary><c>indy/wire</c>: messages of the catch-up, and CURVE sessions whose every box is opened.</summary>
public sealed class WireSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/wire";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder) =>
        JsonFiles.Of(folder).SelectMany(file => CasesOf(folder, file.Name, file.Content));

    private static IEnumerable<ConformanceCase> CasesOf(string folder, string name, JsonElement content) => content switch
    {
        { ValueKind: JsonValueKind.Object } when content.Has("frames", "serverPermanent") => CurveCases.Of(name, content),
        { ValueKind: JsonValueKind.Object } when content.Has("pool") => MessageCases.Of(folder, name, content),
        _ => [ConformanceCase.Failed(name, "the file is neither a CURVE session nor a list of messages")],
    };
}

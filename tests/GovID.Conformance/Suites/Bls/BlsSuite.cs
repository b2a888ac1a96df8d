using System.Text.Json;

namespace GovID.Conformance.Suites.Bls;

/// <summary><c>indy/bls</c>: an object of computations over the curve, or a list of keys with proofs of possession from real networks.</summary>
public sealed class BlsSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/bls";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder) =>
        JsonFiles.Of(folder).SelectMany(file => CasesOf(file.Name, file.Content));

    private static IEnumerable<ConformanceCase> CasesOf(string name, JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.Array => content.EnumerateArray().Select((item, i) => new ConformanceCase($"{name}[{i}]", () => PossessionCase.Run(item))),
        JsonValueKind.Object => content.EnumerateObject().SelectMany(member => CasesOf(name, member, content)),
        _ => [ConformanceCase.Failed(name, "the file is neither a list nor an object")],
    };

    private static IEnumerable<ConformanceCase> CasesOf(string file, JsonProperty member, JsonElement content) => member.Name switch
    {
        "curve" => [new($"{file} curve", () => CurveCases.Curve(member.Value))],
        "generator_hex" => [new($"{file} generator", () => CurveCases.Generator(content))],
        "generator_b58" when content.Optional("generator_hex") is not null => [],
        "randTrace" => [new($"{file} randTrace", () => KeyCases.Trace(member.Value))],
        "keys" => Each(file, member, KeyCases.Key),
        "hashToPoint" => Each(file, member, CurveCases.HashToPoint),
        "signatures" => Each(file, member, SignatureCases.Signatures),
        "multiSignatures" => Each(file, member, SignatureCases.MultiSignature),
        _ => [ConformanceCase.Failed($"{file} {member.Name}", "this member is not part of the format")],
    };

    private static IEnumerable<ConformanceCase> Each(string file, JsonProperty member, Action<JsonElement> check) =>
        member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select((item, i) => new ConformanceCase($"{file} {member.Name}[{i}]", () => check(item)))
            : [ConformanceCase.Failed($"{file} {member.Name}", "the member is not a list")];
}

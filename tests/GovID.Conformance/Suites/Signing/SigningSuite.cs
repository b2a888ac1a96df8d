using System.Text.Json;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Signing;

/// <summary>
/// <c>indy/signing</c>: every JSON file of the folder is a list of cases. A case with <c>ignoreTopLevel</c> is the bare serialisation
/// without those members; one without is the text of a request.
/// </summary>
public sealed class SigningSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/signing";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            var cases = Vectors.Json(folder, file);
            if (cases.ValueKind != JsonValueKind.Array)
            {
                yield return ConformanceCase.Failed(file, "the file is not a list of cases");
                continue;
            }

            var index = 0;
            foreach (var item in cases.EnumerateArray())
                yield return new ConformanceCase($"{file}[{index++}]", () => Run(item));
        }
    }

    private static void Run(JsonElement item)
    {
        var input = LedgerValue.Parse(item.Member("input").GetRawText());
        var text = item.Optional("ignoreTopLevel") is null
            ? SigningText.Of(input)
            : SigningText.Serialize(input, [.. item.Items("ignoreTopLevel").Select(name => name.GetString()!)]);
        Check.Equal("output", item.Text("output"), text);
    }
}

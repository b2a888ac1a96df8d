using System.Text.Json;
using System.Text.Json.Nodes;
using GovID.TestKit;

namespace GovID.Conformance.Tests;

/// <summary>A copy of a suite's folder in which a test changes expected values, to see that the runner notices each.</summary>
internal sealed class SuiteCopy : IDisposable
{
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 512 };
    private readonly TemporaryFolder _folder = new();

    public SuiteCopy(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = _folder.Path(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public string Folder => _folder.FullName;

    /// <summary>Changes a JSON file in place.</summary>
    public void Edit(string file, Action<JsonNode> change)
    {
        var path = _folder.Path(file);
        var node = JsonNode.Parse(File.ReadAllText(path), documentOptions: ReadOptions)!;
        change(node);
        File.WriteAllText(path, node.ToJsonString());
    }

    /// <summary>Changes the text of a file in place.</summary>
    public void EditText(string file, Func<string, string> change)
    {
        var path = _folder.Path(file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    /// <summary>Runs the suite over the copy.</summary>
    public (Totals Totals, IReadOnlyList<string> Failures) Run(Suite suite)
    {
        var failures = new List<string>();
        var totals = SuiteRunner.Run(suite, Folder, (name, outcome) =>
        {
            if (outcome is CaseOutcome.Failed failed)
                failures.Add($"{name}: {failed.Detail}");
        });
        return (totals, failures);
    }

    public void Dispose() => _folder.Dispose();
}

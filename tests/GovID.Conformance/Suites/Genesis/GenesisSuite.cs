namespace GovID.Conformance.Suites.Genesis;

/// <summary>
/// <c>indy/genesis</c>: each <c>*.txn</c> file with what <c>index.json</c> states about it, and the keys of <c>sandbox-keys.json</c>.
/// </summary>
public sealed class GenesisSuite : Suite
{
    private const string IndexFile = "index.json";
    private const string KeysFile = "sandbox-keys.json";

    /// <inheritdoc/>
    public override string Path => "indy/genesis";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var index = Vectors.Json(folder, IndexFile).EnumerateArray().ToList();
        var files = Directory.EnumerateFiles(folder, "*.txn").Select(path => System.IO.Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in index)
        {
            var file = entry.Text("file");
            if (files.Remove(file))
                yield return new ConformanceCase(file, () => PoolFileCase.Run(File.ReadAllBytes(System.IO.Path.Combine(folder, file)), entry));
            else
                yield return ConformanceCase.Failed(file, "the file that the index names is missing, or is named twice");
        }

        var keys = Vectors.Json(folder, KeysFile);
        foreach (var file in files.Order(StringComparer.Ordinal))
            yield return new ConformanceCase(file, () => DomainFileCase.Run(File.ReadAllBytes(System.IO.Path.Combine(folder, file)), keys));
        foreach (var person in keys.Items("people"))
            yield return new ConformanceCase($"{KeysFile} {person.Text("name")}", () => KeyCases.RunPerson(person));
        foreach (var node in keys.Items("nodes"))
            yield return new ConformanceCase($"{KeysFile} {node.Text("alias")}", () => KeyCases.RunNode(node));
    }
}

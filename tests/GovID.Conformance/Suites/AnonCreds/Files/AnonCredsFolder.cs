using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>A folder of AnonCreds vectors: keys and registries by name, read once.</summary>
internal sealed class AnonCredsFolder(string folder)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };
    private readonly Dictionary<string, VectorKey> _keys = [];
    private readonly Dictionary<string, JsonNode> _registries = [];

    public string Path => folder;

    public VectorKey Key(string name)
    {
        if (!_keys.TryGetValue(name, out var key))
            _keys[name] = key = new VectorKey(name, Read("keys", $"{name}.json"));
        return key;
    }

    public JsonNode Registry(string name)
    {
        if (!_registries.TryGetValue(name, out var registry))
            _registries[name] = registry = Read("registries", $"{name}.json");
        return registry;
    }

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(folder, file));

    public IEnumerable<string> Files(string subfolder)
    {
        var path = System.IO.Path.Combine(folder, subfolder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json").Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)!
            : [];
    }

    public JsonNode Read(params ReadOnlySpan<string> parts) =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine([folder, .. parts])), documentOptions: Options)
        ?? throw new MismatchException("the vector file is null");
}

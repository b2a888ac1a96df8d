using System.Text.Json.Nodes;
using GovID.Cli.Tests.Shell;
using GovID.TestKit;

namespace GovID.Cli.Tests.AnonCreds;

/// <summary>A folder with the objects of a recorded issuer and registry, one a file, for the commands to work on.</summary>
internal sealed class AnonCredsFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly JsonNode _key;
    private readonly JsonNode _registry;
    private readonly JsonNode _case;

    public AnonCredsFiles()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        _key = Read("keys", "lic.json");
        _registry = Read("registries", "lic-8.json");
        _case = Read("cases", "n10-not-revoked-initial-list.json");
        Write("schema.json", _key["schema"]!);
        Write("definition.json", _key["credDef"]!);
        Write("private.json", _key["credDefPrivate"]!);
        Write("proof.json", _key["keyCorrectnessProof"]!);
        Write("schemas.json", new JsonObject { [Text(_key, "schemaId")] = _key["schema"]!.DeepClone() });
        Write("definitions.json", new JsonObject { [DefinitionId] = _key["credDef"]!.DeepClone() });
        Write("registry.json", _registry["rev_reg_def"]!);
        Write("registry-private.json", _registry["rev_reg_def_private"]!);
        Write("registries.json", new JsonObject { [RegistryId] = _registry["rev_reg_def"]!.DeepClone() });
        Write("list.json", _registry["status_lists"]![State["status_list_index"]!.GetValue<int>()]!);
        Write("state.json", State["revocation_state"]!);
        Write("values.json", new JsonObject(_key["schema"]!["attrNames"]!.AsArray().Select(name => KeyValuePair.Create(name!.GetValue<string>(), (JsonNode?)"7"))));
    }

    public string DefinitionId => Text(_key, "credDefId");

    public string SchemaId => Text(_key, "schemaId");

    public string RegistryId => Text(_registry, "rev_reg_def_id");

    /// <summary>The recorded witness, which belongs to this place and status list.</summary>
    public JsonNode State => _case["revocation_states"]![0]!;

    /// <summary>The time of the status list that the state belongs to.</summary>
    public ulong StateTime => State["revocation_state"]!["timestamp"]!.GetValue<ulong>();

    public string this[string file] => _folder.Path(file);

    public JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(this[file]))!;

    public void Write(string file, JsonNode json) => File.WriteAllText(this[file], json.ToJsonString());

    /// <summary>Writes a request for one attribute shown, one not shown and one predicate.</summary>
    public void WriteRequest(string file, int atLeast = 7, ulong? notRevokedAt = null)
    {
        var request = new JsonObject
        {
            ["nonce"] = "1234567890",
            ["name"] = "licence",
            ["version"] = "1",
            ["requested_attributes"] = new JsonObject { ["shown"] = new JsonObject { ["name"] = "class" }, ["hidden"] = new JsonObject { ["name"] = "Issued" } },
            ["requested_predicates"] = new JsonObject { ["enough"] = new JsonObject { ["name"] = "points", ["p_type"] = ">=", ["p_value"] = atLeast } },
        };
        if (notRevokedAt is { } time)
            request["non_revoked"] = new JsonObject { ["from"] = time, ["to"] = time };
        Write(file, request);
    }

    /// <summary>Runs a command in which <c>@file</c> stands for a file of this folder; it must succeed.</summary>
    public async Task<CommandLineRun> Does(string line)
    {
        var run = await Run(line);
        run.Exit.ShouldBe(0, $"{line}: {run.Errors}{run.Output}");
        return run;
    }

    /// <summary>Runs a command in which <c>@file</c> stands for a file of this folder.</summary>
    public Task<CommandLineRun> Run(string line) => CommandLineRun.Of(
        ["anoncreds", .. line.Split(' ').Select(word => word.Replace("@", _folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))]);

    /// <summary>Offers, requests, issues and processes; the held credential is in <c>held.json</c>.</summary>
    public async Task Issue(string place = "", string registry = "")
    {
        await Does("link-secret --out @secret.txt");
        await Does($"offer --definition @definition.json --definition-id {DefinitionId} --proof @proof.json --out @offer.json");
        await Does("request --offer @offer.json --definition @definition.json --link-secret @secret.txt --out @request.json --metadata-out @metadata.json");
        await Does($"issue --definition @definition.json --private @private.json --offer @offer.json --request @request.json --values @values.json --out @credential.json{place}");
        await Does(
            $"process --credential @credential.json --metadata @metadata.json --link-secret @secret.txt --definition @definition.json --request @request.json --out @held.json{registry}");
    }

    /// <summary>The same for a credential that can be revoked, at the place of <see cref="State"/>.</summary>
    public Task IssueRevocable() => Issue(
        $" --registry-id {RegistryId} --registry @registry.json --registry-private @registry-private.json --status-list @list.json --index {State["rev_idx"]}",
        " --registry @registry.json");

    public void Dispose() => _folder.Dispose();

    private static JsonNode Read(params ReadOnlySpan<string> path) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine([SharedData.Vectors("anoncreds"), "reference", .. path])))!;

    private static string Text(JsonNode json, string member) => json[member]!.GetValue<string>();
}

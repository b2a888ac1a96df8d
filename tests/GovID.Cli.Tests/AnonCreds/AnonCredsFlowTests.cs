using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovID.Cli.Tests.AnonCreds;

public sealed class AnonCredsFlowTests : IDisposable
{
    private const string Objects = "--schemas @schemas.json --definitions @definitions.json";
    private const string Present = $"present --request @asked.json --credential @held.json {Objects} --link-secret @secret.txt --out @shown.json";
    private const string Verify = $"verify --presentation @shown.json --request @asked.json {Objects}";

    private readonly AnonCredsFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Issues_holds_presents_and_verifies_a_credential()
    {
        await _files.Issue();
        _files.WriteRequest("asked.json");
        await _files.Does($"{Present} --unrevealed hidden");

        var verified = await _files.Does(Verify);

        verified.Output.Trim().ShouldBe("Accepted.");
        var shown = _files.Json("shown.json")["requested_proof"]!;
        shown["revealed_attrs"]!["shown"]!["raw"]!.GetValue<string>().ShouldBe("7");
        shown["unrevealed_attrs"]!.AsObject().ContainsKey("hidden").ShouldBeTrue();
        shown["predicates"]!.AsObject().ContainsKey("enough").ShouldBeTrue();
    }

    [Fact]
    public async Task Says_no_with_the_failed_check_where_the_presentation_answers_another_request()
    {
        await _files.Issue();
        _files.WriteRequest("asked.json");
        await _files.Does(Present);
        var asked = _files.Json("asked.json");
        asked["nonce"] = "1234567891";
        _files.Write("asked.json", asked);

        var verified = await _files.Run($"{Verify} --json");

        verified.Exit.ShouldBe(1);
        var answer = JsonDocument.Parse(verified.Output).RootElement;
        answer.GetProperty("accepted").GetBoolean().ShouldBeFalse();
        answer.GetProperty("check").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Proves_that_a_credential_is_not_revoked()
    {
        await _files.IssueRevocable();
        _files.WriteRequest("asked.json", notRevokedAt: _files.StateTime);
        _files.Write("lists.json", new JsonArray(_files.Json("list.json")));
        await _files.Does($"{Present} --registries @registries.json --state 0={_files["state.json"]}");

        await _files.Does($"{Verify} --registries @registries.json --status-lists @lists.json");

        (await _files.Run(Verify)).Exit.ShouldBe(1);
    }

    [Fact]
    public async Task Makes_the_next_status_list()
    {
        const string Registry = "--definition @definition.json --registry @registry.json --registry-private @registry-private.json";

        await _files.Does($"revoke {Registry} --status-list @list.json --index 3 --index 5 --time 1900000000 --out @revoked.json");
        await _files.Does($"status {Registry} --status-list @revoked.json --issued 3 --time 1900000001 --out @next.json");

        Revoked("revoked.json").ShouldBe([3, 5]);
        Revoked("next.json").ShouldBe([5]);
        _files.Json("next.json")["timestamp"]!.GetValue<ulong>().ShouldBe(1_900_000_001UL);
    }

    [Fact]
    public async Task Makes_a_registry_and_revokes_a_credential_in_it()
    {
        const string Id = "did:web:lic.example/registries/1";
        const string Secrets = "--definition @definition.json --registry @made.json --registry-private @made-private.json";
        const string Witness = "witness --credential @held.json --definition @definition.json --registry @made.json --tails @tails";
        await _files.Does(
            $"revreg --definition @definition.json --definition-id {_files.DefinitionId} --registry-id {Id} --size 6 --time 1900000000 --tails-out @tails --out @made.json --private-out @made-private.json --status-list-out @first.json");
        await _files.Issue(
            $" --registry-id {Id} --registry @made.json --registry-private @made-private.json --status-list @first.json --index 2", " --registry @made.json");
        await _files.Does($"revoke {Secrets} --status-list @first.json --index 4 --time 1900000005 --out @second.json");
        await _files.Does($"revoke {Secrets} --status-list @second.json --index 2 --time 1900000009 --out @third.json");

        await _files.Does($"{Witness} --status-list @first.json --out @old.json");
        await _files.Does($"{Witness} --status-list @second.json --state @old.json --from-list @first.json --out @new.json");

        _files.WriteRequest("asked.json", notRevokedAt: 1_900_000_005);
        _files.Write("made-registries.json", new JsonObject { [Id] = _files.Json("made.json") });
        _files.Write("lists.json", new JsonArray(_files.Json("second.json")));
        await _files.Does($"{Present} --registries @made-registries.json --state 0={_files["new.json"]}");
        await _files.Does($"{Verify} --registries @made-registries.json --status-lists @lists.json");
        (await _files.Run($"{Witness} --status-list @third.json --out @none.json --json")).Errors.ShouldContain("anoncreds.revoked");
        (await _files.Run($"{Witness} --status-list @third.json --state @old.json --out @none.json")).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Prints_how_long_each_repetition_took()
    {
        await _files.Issue();
        _files.WriteRequest("asked.json");

        var run = await _files.Does($"{Present} --repeat 3 --json");

        var times = JsonDocument.Parse(run.Output).RootElement;
        times.GetProperty("milliseconds").GetArrayLength().ShouldBe(3);
        times.GetProperty("median").GetDouble().ShouldBeGreaterThan(0);
        (await _files.Does($"{Verify} --repeat 2")).Output.ShouldContain("2 times");
    }

    [Fact]
    public async Task Answers_with_the_credentials_and_statements_that_the_person_names()
    {
        await _files.Issue();
        _files.WriteRequest("asked.json");
        _files.Write("stated.json", new JsonObject { ["shown"] = "anything" });

        await _files.Does($"{Present} --credential @held.json --answer hidden=1 --answer enough=0 --self-attested @stated.json");

        await _files.Does(Verify);
        _files.Json("shown.json")["identifiers"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_secrets_from_other_users_and_never_writes_a_key_over_another()
    {
        await _files.Issue();

        var again = await _files.Run("link-secret --out @secret.txt");

        again.Exit.ShouldBe(3);
        foreach (var file in new[] { "secret.txt", "metadata.json" })
            File.GetUnixFileMode(_files[file]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private IEnumerable<int> Revoked(string file)
    {
        var bits = _files.Json(file)["revocationList"]!.AsArray().Select(bit => bit!.GetValue<int>()).ToList();
        return Enumerable.Range(0, bits.Count).Where(index => bits[index] == 1 && index != 0);
    }
}

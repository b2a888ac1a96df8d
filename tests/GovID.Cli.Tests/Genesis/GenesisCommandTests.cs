using System.Globalization;
using System.Text.Json.Nodes;
using GovID.Cli.Tests.Shell;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Genesis;
using GovID.TestKit;

namespace GovID.Cli.Tests.Genesis;

public sealed class GenesisCommandTests
{
    [Fact]
    public async Task Makes_the_development_network_that_is_checked_in()
    {
        using var folder = new TemporaryFolder();

        var made = await CommandLineRun.Of("genesis", "local", "--out", folder.Path("net"), "--json");

        made.Exit.ShouldBe(0, made.Errors);
        var checkedIn = Path.Combine(SharedData.Repository, "ledger-genesis", "local");
        foreach (var name in new[] { NetworkGenesis.PoolFileName, NetworkGenesis.DomainFileName })
            File.ReadAllText(folder.Path("net", name)).ShouldBe(File.ReadAllText(Path.Combine(checkedIn, name)));
    }

    [Fact]
    public async Task Makes_a_real_network_and_prints_the_ceremony_with_hashes_in_words()
    {
        using var folder = new TemporaryFolder();
        var plan = Plan(folder, Good(4));

        var made = await CommandLineRun.Of("genesis", "new", "--stewards", plan, "--out", folder.Path("net"));
        var pool = await CommandLineRun.Of("genesis", "check", folder.Path("net", NetworkGenesis.PoolFileName), "--json");
        var domain = await CommandLineRun.Of("genesis", "check", folder.Path("net", NetworkGenesis.DomainFileName), "--json");

        made.Exit.ShouldBe(0, made.Errors);
        var words = JsonNode.Parse(pool.Output)!["words"]!.GetValue<string>();
        made.Output.ShouldContain(words);
        made.Output.ShouldContain("steward Steward 4:");
        made.Output.ShouldNotContain("Warning");
        JsonNode.Parse(pool.Output)!["faultLimit"]!.GetValue<int>().ShouldBe(1);
        JsonNode.Parse(domain.Output)!["kind"]!.GetValue<string>().ShouldBe("domain");
        JsonNode.Parse(domain.Output)!["transactions"]!.GetValue<int>().ShouldBe(5);
    }

    [Fact]
    public async Task Never_overwrites_a_network()
    {
        using var folder = new TemporaryFolder();
        (await CommandLineRun.Of("genesis", "local", "--out", folder.FullName)).Exit.ShouldBe(0);

        var again = await CommandLineRun.Of("genesis", "local", "--out", folder.FullName);

        again.Exit.ShouldBe(3);
        again.Errors.ShouldContain("exists already");
    }

    [Theory]
    [InlineData("trustees.0.verkey", "GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL", "trustees[0].verkey", "development network")]
    [InlineData("stewards.1.node.client_port", "70000", "stewards[1].node.client_port", "port")]
    [InlineData("stewards.1.node.blskey_pop", "RahHYiCvoNCtPTrVtP7nMC5eTYrsUA8WjXbdhNc8debh1agE9bGiJxWBXYNFbnJXoXhWFMvyqhqhRoq737YQemH5ik9oL7R4NTTCz2LEZhkgLJzB3QRQqJyBNyv7acbdHrAT8nQ9UkLbaVL9NBpnWXBTw4LEMePaSHEw66RzPNdAX1", "stewards[1].node.blskey_pop", "possession")]
    [InlineData("stewards.0.secret", "x", "stewards[0].secret", "no meaning")]
    [InlineData("stewards.0.did", "V4SGRU86Z58d6TV7PBUe6f", "stewards[0].did", "does not belong")]
    public async Task Refuses_a_plan_and_names_the_field(string path, string value, string field, string reason)
    {
        using var folder = new TemporaryFolder();
        var plan = Good(2);
        Set(plan, path, value);

        var made = await CommandLineRun.Of("genesis", "new", "--stewards", Plan(folder, plan), "--out", folder.Path("net"), "--json");

        made.Exit.ShouldBe(4);
        var error = JsonNode.Parse(made.Errors)!["error"]!;
        error["field"]!.GetValue<string>().ShouldBe(field);
        error["detail"]!.GetValue<string>().ShouldContain(reason);
        Directory.Exists(folder.Path("net")).ShouldBeFalse();
    }

    [Fact]
    public async Task Names_line_and_field_of_a_bad_transaction_and_exits_4()
    {
        using var folder = new TemporaryFolder();
        await CommandLineRun.Of("genesis", "local", "--out", folder.FullName);
        var file = folder.Path(NetworkGenesis.PoolFileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"client_port\":9706", "\"client_port\":0", StringComparison.Ordinal));

        var check = await CommandLineRun.Of("genesis", "check", file, "--json");

        check.Exit.ShouldBe(4);
        var error = JsonNode.Parse(check.Errors)!["error"]!;
        error["detail"]!.GetValue<string>().ShouldStartWith("line 3:");
        error["field"]!.GetValue<string>().ShouldBe("txn.data.data.client_port");
        var forPeople = await CommandLineRun.Of("genesis", "check", file);
        forPeople.Errors.ShouldStartWith("govid: line 3:");
        forPeople.Errors.ShouldContain("(at txn.data.data.client_port)");
    }

    private static JsonObject Good(int stewards) => new()
    {
        ["trustees"] = new JsonArray(new JsonObject { ["name"] = "Ministry", ["verkey"] = Key() }),
        ["stewards"] = new JsonArray([.. Enumerable.Range(1, stewards).Select(Steward)]),
    };

    private static JsonObject Steward(int number)
    {
        using var bls = BlsSecretKey.Generate();
        return new JsonObject
        {
            ["name"] = $"Steward {number}",
            ["verkey"] = Key(),
            ["node"] = new JsonObject
            {
                ["alias"] = $"Real{number}",
                ["verkey"] = Key(),
                ["node_ip"] = "192.0.2.1",
                ["node_port"] = 9000 + (2 * number),
                ["client_ip"] = "192.0.2.1",
                ["client_port"] = 9001 + (2 * number),
                ["blskey"] = bls.PublicKey.ToString(),
                ["blskey_pop"] = bls.ProvePossession().ToString(),
            },
        };
    }

    private static string Key()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);
        return Base58.Encode(key.PublicKey.Export());
    }

    private static void Set(JsonNode plan, string path, string value)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            plan = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? plan[index]! : plan[step]!;
        plan[steps[^1]] = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;
    }

    private static string Plan(TemporaryFolder folder, JsonNode plan)
    {
        var path = folder.Path("plan.json");
        File.WriteAllText(path, plan.ToJsonString());
        return path;
    }
}

using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Genesis;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class GenesisSuiteTests
{
    [Theory(SkipTestWithoutData = true)]
    [InlineData("txns")]
    [InlineData("merkleRoot_b58")]
    [InlineData("merkleRoot_hex")]
    [InlineData("leafHash1_hex")]
    [InlineData("leaf1_msgpack_hex")]
    [InlineData("plenumSerializerAgrees")]
    [InlineData("activeNodes", "alias")]
    [InlineData("activeNodes", "dest")]
    [InlineData("activeNodes", "x25519_transport_hex")]
    [InlineData("activeNodes", "client")]
    [InlineData("activeNodes", "blskey")]
    public void Fails_exactly_the_files_of_which_one_statement_was_changed(string member, string? inNode = null)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/genesis"));

        copy.Edit("index.json", index =>
        {
            foreach (var at in new[] { 0, 3, 10 })
            {
                if (inNode is null)
                    index[at]!.Change(member);
                else
                    index[at]![member]!.AsArray()[^1]!.Change(inNode);
            }
        });
        var (totals, failures) = copy.Run(new GenesisSuite());

        totals.ShouldBe(new Totals(21, 3, 0), string.Join('\n', failures));
    }

    [Fact]
    public void Fails_exactly_the_keys_of_which_one_statement_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var names = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Vectors("indy/genesis"), "sandbox-keys.json")))!;
        using var copy = new SuiteCopy(SharedData.Vectors("indy/genesis"));
        foreach (var (group, at) in new[] { ("people", 1), ("nodes", 2) })
        {
            foreach (var member in names[group]![at]!.AsObject().Select(pair => pair.Key))
            {
                var before = File.ReadAllText(Path.Combine(copy.Folder, "sandbox-keys.json"));
                copy.Edit("sandbox-keys.json", keys => keys[group]![at]!.Change(member));

                SuiteRunner.Run(new KeysOnly(), copy.Folder, (_, _) => { }).ShouldBe(new Totals(9, 1, 0), $"{group} {member}");

                copy.EditText("sandbox-keys.json", _ => before);
            }
        }
    }

    [Fact]
    public void Fails_exactly_the_files_in_which_a_line_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/genesis"));

        copy.EditText("nxd.txn", text => text.Replace("\"node_port\":9701", "\"node_port\":9711", StringComparison.Ordinal));
        copy.EditText("sovrin.txn", text => text[..^40]);
        copy.EditText("sandbox-4node-domain.txn", text => text.Replace("\"role\":\"2\"", "\"role\":\"101\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(copy.Folder, "idunion.txn"));
        var (totals, failures) = copy.Run(new GenesisSuite());

        totals.ShouldBe(new Totals(20, 4, 0), string.Join('\n', failures));
    }

    private sealed class KeysOnly : Suite
    {
        public override string Path => "indy/genesis";

        public override IEnumerable<ConformanceCase> Load(string folder) =>
            new GenesisSuite().Load(folder).Where(item => item.Name.StartsWith("sandbox-keys.json", StringComparison.Ordinal));
    }
}

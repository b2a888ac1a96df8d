using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Genesis;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class GenesisSuiteTests
{
    /// <summary>Every statement of the index in turn, each in an entry of its own, so that one run shows them all.</summary>
    [Fact]
    public void Fails_exactly_the_files_of_which_one_statement_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        string[] statements = ["txns", "merkleRoot_b58", "merkleRoot_hex", "leafHash1_hex", "leaf1_msgpack_hex", "plenumSerializerAgrees"];
        string[] ofNodes = ["alias", "dest", "x25519_transport_hex", "client", "blskey"];
        using var copy = new SuiteCopy(SharedData.Vectors("indy/genesis"));

        copy.Edit("index.json", index =>
        {
            for (var i = 0; i < statements.Length; i++)
                index[i]!.Change(statements[i]);
            for (var i = 0; i < ofNodes.Length; i++)
                index[statements.Length + i]!["activeNodes"]!.AsArray()[^1]!.Change(ofNodes[i]);
        });
        var (totals, failures) = copy.Run(new GenesisSuite());

        totals.ShouldBe(new Totals(24 - 11, 11, 0), string.Join('\n', failures));
    }

    [Fact]
    public void Fails_every_key_of_which_one_statement_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/genesis"));
        var path = Path.Combine(copy.Folder, "sandbox-keys.json");
        var before = File.ReadAllText(path);
        foreach (var (group, at) in new[] { ("people", 1), ("nodes", 2) })
        {
            foreach (var member in JsonNode.Parse(before)![group]![at]!.AsObject().Select(pair => pair.Key))
            {
                copy.Edit("sandbox-keys.json", keys => keys[group]![at]!.Change(member));

                var changed = new GenesisSuite().Load(copy.Folder).Where(item => item.Name.StartsWith("sandbox-keys.json", StringComparison.Ordinal)).ElementAt(group == "people" ? at : 6 + at);

                changed.Run().ShouldBeOfType<CaseOutcome.Failed>($"{group} {member}");
                File.WriteAllText(path, before);
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
}

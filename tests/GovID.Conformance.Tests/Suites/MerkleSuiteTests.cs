using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Merkle;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class MerkleSuiteTests
{
    [Theory(SkipTestWithoutData = true)]
    [InlineData("roots", "hex")]
    [InlineData("roots", "b58")]
    [InlineData("roots", "appendReturnsSameOrder")]
    [InlineData("roots", "auditPathOfLastLeaf_b58")]
    [InlineData("inclusion", "auditPath_b58")]
    [InlineData("inclusion", "root_b58")]
    [InlineData("consistency", "proof_b58")]
    [InlineData("consistency", "oldRoot_b58")]
    [InlineData("consistency", "newRoot_b58")]
    public void Fails_exactly_the_trees_in_which_one_member_was_changed(string list, string member) =>
        CheckChanges("trees.json", file => file[list]!.AsArray().Where(HasContent(member)).Count(item => Changed(item!, member)));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("msgpack_hex")]
    [InlineData("leafHash_hex")]
    public void Fails_exactly_the_leaves_in_which_one_member_was_changed(string member) =>
        CheckChanges("msgpack-leaf.json", file => file.AsArray().Count(item => Changed(item!, member)));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("emptyRoot_hex")]
    [InlineData("emptyRoot_b58")]
    public void Fails_the_empty_root_when_it_was_changed(string member) => CheckChanges("trees.json", file => Changed(file, member) ? 1 : 0);

    [Fact]
    public void Fails_every_leaf_hash_that_was_changed() => CheckChanges("trees.json", file =>
    {
        var hashes = file["leafHash"]!.AsArray();
        for (var i = 0; i < hashes.Count; i++)
            hashes[i] = new string('0', 64);
        return hashes.Count;
    });

    [Fact]
    public void Fails_every_group_in_which_one_value_was_changed() => CheckChanges("shared-rs.json", file =>
    {
        file["root4"]!.Change("root_hex");
        file["consistency_to_8"]!.Change("root8_b58");
        file["consistency_to_8"]!["proofsFromSize"]!["5"]!.AsArray().RemoveAt(0);
        file["consistency_to_8"]!["proofsFromSize"]!.Change("7");
        file["audit_5leaf"]!["auditPath_b58"]!.AsArray().RemoveAt(2);
        return 5;
    });

    [Theory(SkipTestWithoutData = true)]
    [InlineData("leaf_msgpack_hex")]
    [InlineData("root_b58")]
    [InlineData("auditPath_b58")]
    [InlineData("seqNo")]
    public void Fails_the_path_in_which_one_member_was_changed(string member) =>
        CheckChanges("shared-rs.json", file => Changed(file["audit_5leaf"]!, member) ? 1 : 0);

    [Fact]
    public void Fails_a_group_it_does_not_understand() => CheckChanges("shared-rs.json", file =>
    {
        file["another"] = new JsonObject { ["x"] = 1 };
        return 1;
    }, added: 1);

    private static Func<JsonNode?, bool> HasContent(string member) => item => item![member] is not JsonArray { Count: 0 };

    private static bool Changed(JsonNode item, string member)
    {
        item.Change(member);
        return true;
    }

    private static void CheckChanges(string file, Func<JsonNode, int> change, int added = 0)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/merkle"));
        var before = copy.Run(new MerkleSuite()).Totals;
        var changed = 0;

        copy.Edit(file, node => changed = change(node));
        var (after, failures) = copy.Run(new MerkleSuite());

        changed.ShouldBeGreaterThan(0);
        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed + added - changed, changed, 0), string.Join('\n', failures));
    }
}

using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Trie;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class TrieSuiteTests
{
    [Theory(SkipTestWithoutData = true)]
    [InlineData("root_hex")]
    [InlineData("root_b58")]
    public void Fails_exactly_the_steps_whose_root_was_changed(string member) =>
        CheckChanges("sequences.json", file => Sequences(file).SelectMany(sequence => sequence!["steps"]!.AsArray()).Count(Changed(member)));

    [Fact]
    public void Fails_every_last_root_that_was_changed() =>
        CheckChanges("sequences.json", file => Sequences(file).Count(Changed("root_hex")));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("node_hashes")]
    [InlineData("absent")]
    public void Fails_exactly_the_proofs_in_which_one_member_was_changed(string member) =>
        CheckChanges("sequences.json", file => Proofs(file).Where(proof => proof!.AsObject().ContainsKey(member)).Count(Changed(member)));

    [Fact]
    public void Fails_every_proof_that_was_exchanged_for_another() => CheckChanges("sequences.json", file =>
    {
        var proofs = Proofs(file).ToArray();
        var other = Convert.ToBase64String([0xc0]);
        foreach (var proof in proofs)
            proof!["proof_nodes_b64"] = other;
        return proofs.Length;
    });

    [Theory(SkipTestWithoutData = true)]
    [InlineData("blankRoot_hex")]
    [InlineData("blankRoot_b58")]
    [InlineData("valueEncoding")]
    public void Fails_the_blank_root_when_a_member_was_changed(string member) =>
        CheckChanges("sequences.json", file => Changed(member)(file) ? 1 : 0);

    [Fact]
    public void Fails_every_group_in_which_one_value_was_changed() => CheckChanges("vdr-proofs.json", file =>
    {
        file["leaf"]!["root_hex"] = new string('0', 64);
        file["extension"]!["mustVerify"]!.AsArray().Add("absent");
        file["range"]!["proof_b64"] = Convert.ToBase64String([0xc0]);
        file["corrupted"]!.Change("mustFail");
        return 4;
    });

    [Fact]
    public void Fails_a_group_whose_entries_lead_to_another_root() => CheckChanges("vdr-proofs.json", file =>
    {
        file["range"]!["entries"]!["abcdefgh4"] = "3038";
        return 1;
    });

    private static JsonArray Sequences(JsonNode file) => file["sequences"]!.AsArray();

    private static IEnumerable<JsonNode?> Proofs(JsonNode file) => Sequences(file).SelectMany(sequence => sequence!["proofs"]!.AsArray());

    private static Func<JsonNode?, bool> Changed(string member) => item =>
    {
        item!.Change(member);
        return true;
    };

    private static void CheckChanges(string file, Func<JsonNode, int> change)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/trie"));
        var before = copy.Run(new TrieSuite()).Totals;
        var changed = 0;

        copy.Edit(file, node => changed = change(node));
        var (after, failures) = copy.Run(new TrieSuite());

        changed.ShouldBeGreaterThan(0);
        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed - changed, changed, 0), string.Join('\n', failures));
    }
}

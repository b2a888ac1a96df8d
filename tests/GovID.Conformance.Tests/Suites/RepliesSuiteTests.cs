using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Replies;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class RepliesSuiteTests
{
    private const string ListFile = "acapy-replies.json";
    private const string SingleFile = "vdr-get-txn-proof.json";

    [Theory(SkipTestWithoutData = true)]
    [InlineData("type")]
    [InlineData("stateKey_hex")]
    [InlineData("stateKey_text")]
    [InlineData("stateValue_text")]
    [InlineData("blsValidWithSandboxKeys")]
    [InlineData("signedBytes_hex")]
    [InlineData("proof")]
    [InlineData("err")]
    public void Fails_exactly_the_replies_in_which_one_member_was_changed(string member) => CheckChanges(ListFile, file =>
    {
        var items = file.AsArray().Where(item => item!.AsObject().ContainsKey(member)).ToArray();
        foreach (var item in items)
            item!.Change(member);
        return items.Length;
    });

    [Theory(SkipTestWithoutData = true)]
    [InlineData("expected")]
    [InlineData("f")]
    [InlineData("reply_text")]
    public void Fails_the_judged_reply_when_one_member_was_changed(string member) => CheckChanges(SingleFile, file =>
    {
        file.Change(member);
        return 1;
    });

    [Fact]
    public void Fails_the_judged_reply_under_other_keys() => CheckChanges(SingleFile, file =>
    {
        var keys = file["verifierKeys_hex"]!;
        (keys["Node1"], keys["Node4"]) = (keys["Node4"]!.DeepClone(), keys["Node1"]!.DeepClone());
        return 1;
    });

    private static void CheckChanges(string file, Func<JsonNode, int> change)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/replies"));
        var before = copy.Run(new RepliesSuite()).Totals;
        var changed = 0;

        copy.Edit(file, node => changed = change(node));
        var (after, failures) = copy.Run(new RepliesSuite());

        changed.ShouldBeGreaterThan(0);
        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed - changed, changed, 0), string.Join('\n', failures));
    }
}

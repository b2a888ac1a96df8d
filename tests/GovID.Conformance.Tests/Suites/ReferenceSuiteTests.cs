using System.Globalization;
using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Reference;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class ReferenceSuiteTests
{
    private const int Seed = 20_261_121;

    [Theory(SkipTestWithoutData = true)]
    [InlineData("writes.json", "writes")]
    [InlineData("errors.json", "errors")]
    public void Fails_exactly_the_exchanges_in_which_an_answer_was_changed(string file, string list) =>
        CheckChanges(file, Every(3), list, $"{file} [{{0}}]", (item, random) => item.ChangeOne(random, "answers", "signatureInput"));

    [Fact]
    public void Fails_exactly_the_queries_whose_reply_was_changed() =>
        CheckChanges("replies.json", Every(2), "replies", "replies.json [{0}]", (item, random) => item.ChangeOne(random, "reply"));

    [Fact]
    public void Fails_exactly_the_queries_that_a_client_judges_otherwise() =>
        CheckChanges("replies.json", Every(1), "replies", "replies.json [{0}]", (item, _) => item.Change("provenByOneNode"));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("pool")]
    [InlineData("domain")]
    [InlineData("config")]
    [InlineData("audit")]
    public void Fails_exactly_the_transactions_that_were_changed(string ledger) => CheckChanges(
        $"ledger-{ledger}.json", Every(5), null, $"ledger-{ledger}.json [{{1}}]", (item, random) => item.ChangeOne(random));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("pool")]
    [InlineData("domain")]
    [InlineData("config")]
    public void Fails_exactly_the_states_that_were_changed(string ledger) =>
        CheckChanges("states.json", Every(2), ledger, $"states.json {ledger}[{{0}}]", (item, random) => item.ChangeOne(random));

    [Fact]
    public void Fails_exactly_the_messages_whose_answer_was_changed() =>
        CheckChanges("wire.json", Every(4), null, "wire.json [{0}]", (item, random) => item.ChangeOne(random, "answers"));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("attributeStore")]
    [InlineData("seqNoStoreSample")]
    public void Fails_exactly_the_store_entries_that_were_changed(string store)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/reference"));
        copy.Edit("stores.json", file => file[store]!.Change(file[store]!.AsObject().First().Key));

        var (totals, failures) = copy.Run(new ReferenceSuite());

        totals.Failed.ShouldBe(1);
        failures.Single().ShouldContain($"stores.json {store}[0]");
    }

    [Fact]
    public void Fails_where_a_recorded_write_is_missing()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/reference"));
        copy.Edit("writes.json", file => file["writes"]!.AsArray().RemoveAt(3));

        copy.Run(new ReferenceSuite()).Totals.Failed.ShouldBeGreaterThan(0);
    }

    private static Func<int, bool> Every(int step) => index => index % step == 0;

    private static void CheckChanges(string file, Func<int, bool> isChosen, string? list, string name, Action<JsonNode, Random> change)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/reference"));
        var random = new Random(Seed);
        var expected = new List<string>();

        copy.Edit(file, node =>
        {
            var items = (list is null ? node : node[list]!).AsArray();
            for (var i = 0; i < items.Count; i++)
            {
                if (!isChosen(i) || (items[i]!["answers"] is JsonArray { Count: 0 } && items[i]!["signatureInput"] is null))
                    continue;
                change(items[i]!, random);
                expected.Add(string.Format(CultureInfo.InvariantCulture, name, i, i + 1));
            }
        });
        var (totals, failures) = copy.Run(new ReferenceSuite());

        expected.ShouldNotBeEmpty();
        totals.Failed.ShouldBe(expected.Count, string.Join('\n', failures));
        foreach (var one in expected)
            failures.Count(failure => failure.Contains(one, StringComparison.Ordinal)).ShouldBe(1, one);
    }
}

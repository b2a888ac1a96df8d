using System.Globalization;
using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Auth;
using GovID.Conformance.Suites.Golden;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class GoldenSuiteTests
{
    private const int Seed = 20_261_121;

    private static readonly string[] Inputs = ["name", "request", "note", "seed"];

    [Theory(SkipTestWithoutData = true)]
    [InlineData("golden-ledger.json", "steps")]
    [InlineData("golden-ledger.json", "queriesAtEnd")]
    [InlineData("golden-ledger.json", "domainGenesis")]
    [InlineData("golden-config-ledger.json", "steps")]
    [InlineData("golden-config-ledger.json", "queriesBeforeDisable")]
    [InlineData("golden-pool-state.json", "entries")]
    public void Fails_exactly_the_entry_in_which_a_value_was_changed(string file, string list)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var random = new Random(Seed);
        var count = Count(file, list);
        for (var i = 0; i < count; i++)
        {
            using var copy = new SuiteCopy(SharedData.Vectors("indy/ledger"));
            var index = i;
            copy.Edit(file, node => ChangeOutput(node[list]![index]!, random));

            var (totals, failures) = copy.Run(new LedgerSuite());

            totals.Failed.ShouldBe(1, $"{list}[{i}]\n{string.Join('\n', failures)}");
            failures.Single().ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{file} {list}[{i}]"));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [InlineData("golden-ledger.json", "poolStateRoot_b58")]
    [InlineData("golden-ledger.json", "poolLedgerRoot_b58")]
    [InlineData("golden-ledger.json", "version2Did")]
    [InlineData("golden-ledger.json", "final")]
    [InlineData("golden-pool-state.json", "root_b58")]
    public void Fails_one_case_when_a_value_of_the_file_was_changed(string file, string member)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/ledger"));
        copy.Edit(file, node => node.Change(member));

        copy.Run(new LedgerSuite()).Totals.Failed.ShouldBe(1);
    }

    [Fact]
    public void Fails_exactly_the_rules_that_were_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/auth"));
        var random = new Random(Seed);
        var changed = 0;
        copy.Edit("default-auth-rules.json", rules =>
        {
            for (var i = 0; i < rules.AsArray().Count; i += 2, changed++)
                rules[i]!.ChangeOne(random);
        });

        copy.Run(new AuthSuite()).Totals.ShouldBe(new Totals(75 - changed, changed, 0));
    }

    private static void ChangeOutput(JsonNode entry, Random random) =>
        entry.ChangeOne(random, [.. entry.AsObject().Select(member => member.Key).Where(member => !Inputs.Contains(member))]);

    private static int Count(string file, string list) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Vectors("indy/ledger"), file)))![list]!.AsArray().Count;
}

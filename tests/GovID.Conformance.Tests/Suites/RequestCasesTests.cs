using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Requests;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class RequestCasesTests
{
    private const string FileName = "requests.json";

    [Fact]
    public void Builds_every_recorded_request_and_refuses_every_refused_input()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);

        using var copy = Copy();

        copy.Run(new OnlyRequests()).Failures.ShouldBeEmpty();
        copy.Run(new OnlyRequests()).Totals.Passed.ShouldBe(151);
    }

    [Theory(SkipTestWithoutData = true)]
    [InlineData("signatureInput")]
    [InlineData("unsigned")]
    [InlineData("signed")]
    [InlineData("bodyText")]
    [InlineData("signers")]
    [InlineData("error")]
    [InlineData("code")]
    public void Fails_exactly_the_requests_in_which_one_member_was_changed(string member)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var changed = 0;

        copy.Edit(FileName, file =>
        {
            foreach (var item in file["requests"]!.AsArray().Where(item => item!.AsObject().ContainsKey(member)))
            {
                item!.Change(member);
                changed++;
            }
        });
        var (totals, failures) = copy.Run(new OnlyRequests());

        changed.ShouldBeGreaterThan(0);
        totals.Failed.ShouldBe(changed, string.Join('\n', failures));
        totals.Passed.ShouldBe(151 - changed);
    }

    [Fact]
    public void Fails_exactly_the_acceptances_in_which_the_outcome_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var changed = 0;

        copy.Edit(FileName, file =>
        {
            foreach (var item in file["acceptance"]!.AsArray())
            {
                item!.Change(item!.AsObject().ContainsKey("result") ? "result" : "error");
                changed++;
            }
        });

        copy.Run(new OnlyRequests()).Totals.ShouldBe(new Totals(151 - changed, changed, 0));
    }

    [Fact]
    public void Fails_a_refusal_that_became_an_acceptance_and_the_other_way_round()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();

        copy.Edit(FileName, file =>
        {
            var requests = file["requests"]!.AsArray();
            var refused = requests.First(item => item!.AsObject().ContainsKey("error"))!;
            refused["error"] = "Invalid ledger role: TRUSTEE";
            var built = requests.First(item => item!.AsObject().ContainsKey("signed"))!.AsObject();
            built["error"] = JsonValue.Create("Transaction number must be > 0");
            built["code"] = "wrapper";
        });

        copy.Run(new OnlyRequests()).Totals.Failed.ShouldBe(2);
    }

    private static SuiteCopy Copy() => new(SharedData.Vectors("indy/reference"));

    private sealed class OnlyRequests : Suite
    {
        public override string Path => "indy/reference";

        public override IEnumerable<ConformanceCase> Load(string folder) => RequestCases.Load(folder);
    }
}

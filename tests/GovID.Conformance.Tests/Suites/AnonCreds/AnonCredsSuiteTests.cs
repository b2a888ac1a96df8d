using System.Text.Json.Nodes;
using GovID.Conformance.Suites;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

/// <summary>The AnonCreds suite notices each stated result that is changed.</summary>
public sealed class AnonCredsSuiteTests
{
    private static readonly Suite Suite = AllSuites.List.Single(suite => suite.Path == "anoncreds");

    [Fact]
    public void Fails_each_presentation_and_negative_whose_result_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var before = copy.Run(Suite).Totals;

        var changed = 0;
        foreach (var file in Cases(copy))
        {
            copy.Edit(file, json =>
            {
                json["expected"]!.Change("verify");
                changed++;
                foreach (var negative in json["negatives"]!.AsArray())
                {
                    negative!["expected"] = negative["expected"]!.GetValue<string>() == "reject" ? "accept" : "reject";
                    changed++;
                }
            });
        }

        before.Failed.ShouldBe(0);
        copy.Run(Suite).Totals.ShouldBe(new Totals(before.Passed - changed, changed, 0));
    }

    [Theory]
    [InlineData("encoding.json", "encoded")]
    [InlineData("encoding.json", "raw_utf8_hex")]
    [InlineData("encoding.json", "kind")]
    [InlineData("restrictions.json", "reference_result")]
    public void Fails_each_vector_whose_member_was_changed(string file, string member)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        foreach (var other in Cases(copy))
            File.Delete(Path.Combine(copy.Folder, other));

        var changed = 0;
        copy.Edit(file, json =>
        {
            foreach (var vector in json["vectors"]!.AsArray().Where(vector => vector![member] is not null))
            {
                vector!.Change(member);
                changed++;
            }
        });

        changed.ShouldBeGreaterThan(10);
        copy.Run(Suite).Totals.Failed.ShouldBe(changed);
    }

    [Theory]
    [InlineData("randomness", "m_tilde_master_secret")]
    [InlineData("verifier_intermediates", "c_hash")]
    public void Fails_each_case_whose_inner_value_was_changed(string part, string member)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();

        var changed = 0;
        foreach (var file in Cases(copy))
        {
            copy.Edit(file, json =>
            {
                if (json[part] is not JsonObject found || found[member] is null)
                    return;
                found.Change(member);
                changed++;
            });
        }

        var (totals, failures) = copy.Run(Suite);

        changed.ShouldBeGreaterThan(10);
        totals.Failed.ShouldBe(changed);
        failures.ShouldAllBe(failure => failure.Contains(part, StringComparison.Ordinal));
    }

    private static SuiteCopy Copy()
    {
        var copy = new SuiteCopy(SharedData.Vectors("anoncreds"));
        Directory.Delete(Path.Combine(copy.Folder, "reference"), recursive: true);
        return copy;
    }

    private static List<string> Cases(SuiteCopy copy) =>
        [.. Directory.EnumerateFiles(Path.Combine(copy.Folder, "cases")).Select(file => Path.GetRelativePath(copy.Folder, file))];
}

using System.Text.Json.Nodes;
using GovID.Conformance.Suites.DidIndy;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class DidIndySuiteTests
{
    [Fact]
    public void Fails_exactly_the_url_cases_whose_expectation_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy(out var all);
        var changed = 0;

        copy.Edit("urls.json", file =>
        {
            file["valid"]![0]!.Change("namespace");
            file["valid"]![1]!.Change("id");
            file["valid"]![2]!.Change("query");
            file["valid"]![3]!.Change("path");
            file["invalid"]!.AsArray()[0] = "did:indy:idunion:BDrEcHc8Tb4Lb2VyQZWEDE";
            changed = 5;
            foreach (var item in file["paths"]!.AsArray().Select(item => item!.AsObject()))
            {
                if (item.ContainsKey("error"))
                    item["error"] = false;
                else
                    item.Change(item.Last().Key);
                changed++;
            }
        });

        copy.Run(new DidIndySuite()).Totals.ShouldBe(new Totals(all - changed, changed, 0));
    }

    [Fact]
    public void Fails_exactly_the_assemblies_whose_document_or_refusal_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy(out var all);

        copy.Edit("assembly.json", cases =>
        {
            cases[0]!.Change("diddoc");
            cases[1]!["nym"]!["diddocContent"]!.Change("service");
            cases[2]!["error"] = false;
            cases[3]!["diddocContent"]!["verificationMethod"]![0]!["id"] = "did:indy:sovrin:123456#other";
        });

        copy.Run(new DidIndySuite()).Totals.ShouldBe(new Totals(all - 4, 4, 0));
    }

    /// <summary>Every text and number of every document in turn, but those that are only what the ledger said.</summary>
    [Fact]
    public void Fails_exactly_one_case_for_any_changed_value_of_a_built_document()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy(out var all);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(copy.Folder, "credo")).ToArray())
        {
            var before = File.ReadAllText(path);
            for (var i = 0; i < Leaves(JsonNode.Parse(before)!).Count(); i++)
            {
                var document = JsonNode.Parse(before)!;
                var where = ChangeLeaf(document, i);
                File.WriteAllText(path, document.ToJsonString());

                var (totals, failures) = copy.Run(new DidIndySuite());

                if (!IsOnlyInput(where))
                    totals.ShouldBe(new Totals(all - 1, 1, 0), $"{Path.GetFileName(path)} {where}: {string.Join(" | ", failures)}");
            }

            File.WriteAllText(path, before);
        }
    }

    private static SuiteCopy Copy(out int all)
    {
        var copy = new SuiteCopy(SharedData.Vectors("indy/didindy"));
        all = copy.Run(new DidIndySuite()).Totals.Passed;
        return copy;
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(member => Leaves(member.Value!)),
        JsonArray list => list.SelectMany(item => Leaves(item!)),
        _ => [node.AsValue()],
    };

    private static string ChangeLeaf(JsonNode document, int index)
    {
        var leaf = Leaves(document).ElementAt(index);
        var path = leaf.GetPath();
        leaf.ReplaceWith(JsonEdits.Changed(leaf));
        return path;
    }

    /// <summary>The address of a service that nothing else in the document repeats.</summary>
    private static bool IsOnlyInput(string path) => path.StartsWith("$.service[2].serviceEndpoint", StringComparison.Ordinal) || path.StartsWith("$.service[3].serviceEndpoint", StringComparison.Ordinal);
}

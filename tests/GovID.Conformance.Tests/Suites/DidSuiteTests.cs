using System.Text.Json;
using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Dids;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class DidSuiteTests
{
    public static TheoryData<string> Files =>
        SharedData.Exists ? [.. Directory.EnumerateFiles(SharedData.Vectors("aries/did"), "*.json").Select(file => Path.GetFileName(file)!)] : [string.Empty];

    [Theory]
    [MemberData(nameof(Files))]
    public void Fails_exactly_one_case_for_any_value_that_was_changed(string file)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("aries/did"));
        var original = Parse(file);
        var unnoticed = new List<string>();

        foreach (var path in Leaves(original))
        {
            var totals = RunChanged(copy, file, root => Change(root, path));
            if (totals.Failed != 1) unnoticed.Add($"{string.Join('/', path)}: {totals}");
        }

        unnoticed.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Fails_exactly_one_case_for_any_member_that_was_removed(string file)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("aries/did"));
        var original = Parse(file);
        var names = original.AsObject().Select(member => member.Key).Where(name => name != "id" && !LeavesRepresentationOpen(original, name)).ToArray();

        foreach (var name in names)
        {
            RunChanged(copy, file, root => root.AsObject().Remove(name)).Failed.ShouldBe(1, name);
        }
    }

    [Fact]
    public void Reports_a_broken_file_and_runs_the_others()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("aries/did"));
        var before = copy.Run(new DidSuite()).Totals;
        File.WriteAllText(Path.Combine(copy.Folder, "mine.json"), "{");

        var (after, failures) = copy.Run(new DidSuite());

        after.ShouldBe(before + new Totals(0, 1, 0));
        failures.ShouldHaveSingleItem().ShouldContain("mine.json");
    }

    [Fact]
    public void Runs_files_of_other_names_and_takes_from_a_document_what_no_ledger_answer_is_recorded_for()
    {
        using var folder = new TemporaryFolder();
        const string did = "did:indy:test:LjgpST2rjsoxYegQDRm7EL";
        const string key = $$"""{"id":"{{did}}#verkey","type":"Ed25519VerificationKey2018","controller":"{{did}}","publicKeyBase58":"8HH5gYEeNc3z7PYXmd54d4x6qAfCNrqQqEB3nS7Zfu7K"}""";
        const string service = $$"""{"id":"{{did}}#s","type":"t","serviceEndpoint":"u"}""";
        File.WriteAllText(folder.Path("a.json"), $$"""{"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/suites/ed25519-2018/v1"],"id":"{{did}}","verificationMethod":[{{key}}],"authentication":["{{did}}#verkey"],"service":[{{service}}]}""");
        File.WriteAllText(folder.Path("b.json"), $$"""{"service":[{{service}}]}""");
        File.WriteAllText(folder.Path("c.json"), """{"service":[{"id":"did:indy:test:none#s","type":"t","serviceEndpoint":"u"}]}""");
        File.WriteAllText(folder.Path("d.json"), """{"id":"did:unknown:x"}""");

        SuiteRunner.Run(new DidSuite(), folder.FullName, (_, _) => { }).ShouldBe(new Totals(1, 2, 0));
    }

    // A did:peer:2 says nothing of @context: without it the file states the plain JSON representation.
    private static bool LeavesRepresentationOpen(JsonNode document, string member) =>
        member == "@context" && document["id"]?.GetValue<string>().StartsWith("did:peer:2", StringComparison.Ordinal) == true;

    private static Totals RunChanged(SuiteCopy copy, string file, Action<JsonNode> change)
    {
        var root = Parse(file);
        change(root);
        copy.EditText(file, _ => root.ToJsonString());
        return copy.Run(new DidSuite()).Totals;
    }

    private static JsonNode Parse(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Vectors("aries/did"), file)))!;

    private static IEnumerable<object[]> Leaves(JsonNode? node, params object[] path) => node switch
    {
        JsonObject { Count: > 0 } map => map.SelectMany(member => Leaves(member.Value, [.. path, member.Key])),
        JsonArray { Count: > 0 } list => list.SelectMany((item, index) => Leaves(item, [.. path, index])),
        _ => [path],
    };

    private static void Change(JsonNode root, object[] path)
    {
        var holder = root;
        foreach (var step in path[..^1]) holder = step is int index ? holder[index]! : holder[(string)step]!;
        if (path[^1] is int last) holder[last] = Altered(holder[last]);
        else holder[(string)path[^1]] = Altered(holder[(string)path[^1]]);
    }

    private static JsonNode Altered(JsonNode? value) => value switch
    {
        JsonArray => new JsonArray("x"),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(text.GetValue<string>() + "x"),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => JsonValue.Create(number.GetValue<int>() + 1),
        _ => JsonValue.Create("changed"),
    };
}

using System.Text.Json.Nodes;
using GovID.Conformance.Suites;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

/// <summary>The W3C form inside the AnonCreds suite, over a copy that holds only cases of that form.</summary>
public sealed class W3cCasesTests
{
    private static readonly Suite Suite = AllSuites.List.Single(suite => suite.Path == "anoncreds/reference");

    [Fact]
    public void Fails_exactly_the_cases_whose_result_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var before = copy.Run(Suite).Totals;

        var changed = 0;
        foreach (var file in Files(copy))
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

        var (after, _) = copy.Run(Suite);
        before.Failed.ShouldBe(0);
        changed.ShouldBeGreaterThan(100);
        after.ShouldBe(new Totals(before.Passed - changed, changed, 0));
    }

    [Fact]
    public void Notices_a_change_of_each_recorded_intermediate()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        string[] members = ["c_hash", "T_hat", "predicates", "non_revocation_tau_hex"];
        foreach (var member in members)
        {
            using var copy = Copy();
            var changed = 0;
            foreach (var file in Files(copy))
                copy.Edit(file, json => changed += ChangeNumber(json["verifier_intermediates"]!, member) ? 1 : 0);

            var (totals, failures) = copy.Run(Suite);

            changed.ShouldBeGreaterThan(0, member);
            totals.Failed.ShouldBe(changed, member);
            failures.ShouldAllBe(failure => failure.Contains("verifier_intermediates", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("w3c_version")]
    [InlineData("w3c_processed_credential")]
    [InlineData("w3c_converted_credential")]
    [InlineData("converted_from_w3c")]
    public void Notices_a_change_of_each_issuing_member(string member)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var changed = 0;
        foreach (var file in Files(copy))
        {
            copy.Edit(file, json =>
            {
                foreach (var item in json["issuance"]!.AsArray().Where(item => item![member] is not null))
                {
                    ChangeMember(item!, member);
                    changed++;
                }
            });
        }

        var (totals, failures) = copy.Run(Suite);

        changed.ShouldBeGreaterThan(0);
        totals.Failed.ShouldBe(changed);
        failures.ShouldAllBe(failure => failure.Contains(" w3c", StringComparison.Ordinal));
    }

    [Fact]
    public void Notices_a_changed_sample()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("anoncreds/upstream"));
        Directory.CreateDirectory(Path.Combine(copy.Folder, "upstream"));
        foreach (var file in Directory.EnumerateFiles(copy.Folder, "w3c-*.json"))
            File.Move(file, Path.Combine(copy.Folder, "upstream", Path.GetFileName(file)));
        copy.Run(Suite).Totals.ShouldBe(new Totals(2, 0, 0));

        copy.Edit("upstream/w3c-sample-credential.json", json => json["proof"]![0]!["verificationMethod"] = "did:web:other.example");
        copy.Edit("upstream/w3c-sample-presentation.json", json => json["verifiableCredential"]![0]!["credentialSubject"]!["name"] = "Bo");

        copy.Run(Suite).Totals.ShouldBe(new Totals(0, 2, 0));
    }

    private static void ChangeMember(JsonNode item, string member)
    {
        var node = item[member]!;
        if (node is JsonValue)
            item[member] = node.GetValue<string>() == "1.1" ? "2.0" : "1.1";
        else if (node["values"]?.AsObject() is { } values)
            values.First().Value!["raw"] = "changed";
        else
            node["credentialSubject"]!.AsObject()[node["credentialSubject"]!.AsObject().First().Key] = "changed";
    }

    /// <summary>Changes the last digit of a number, or of the first of them.</summary>
    private static bool ChangeNumber(JsonNode intermediates, string member)
    {
        var holder = intermediates[member] is not null
            ? intermediates
            : intermediates["sub_proofs"]!.AsArray().FirstOrDefault(proof => proof![member] is JsonValue or JsonArray { Count: > 0 });
        if (holder is null)
            return false;
        holder[member] = Changed(holder[member]!.DeepClone());
        return true;
    }

    private static JsonNode Changed(JsonNode node)
    {
        switch (node)
        {
            case JsonArray list:
                list[0] = Changed(list[0]!.DeepClone());
                return list;
            case JsonObject map:
                var name = map.First(pair => pair.Value is JsonArray).Key;
                map[name] = Changed(map[name]!.DeepClone());
                return map;
            default:
                var text = node.GetValue<string>();
                return JsonValue.Create(text[..^1] + (text[^1] == '1' ? '2' : '1'));
        }
    }

    private static SuiteCopy Copy()
    {
        var copy = new SuiteCopy(SharedData.Vectors("anoncreds/reference"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(copy.Folder, "cases")))
        {
            if (JsonNode.Parse(File.ReadAllText(file))!["form"]!.GetValue<string>() != "w3c")
                File.Delete(file);
        }

        Directory.Delete(Path.Combine(copy.Folder, "errors"), recursive: true);
        File.Delete(Path.Combine(copy.Folder, "restrictions.json"));
        return copy;
    }

    private static IEnumerable<string> Files(SuiteCopy copy) =>
        Directory.EnumerateFiles(Path.Combine(copy.Folder, "cases")).Select(file => Path.Combine("cases", Path.GetFileName(file))).Order(StringComparer.Ordinal);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using GovID.Conformance.Suites;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

/// <summary>The parts of the AnonCreds suite about revocation notice each changed expected value in the case it belongs to.</summary>
public sealed class RevocationCasesTests
{
    private const string Flow = "revocation/r01-by-default-8.json";
    private const string Registry = "registries/lic-8.json";
    private const string OnDemand = "registries/credit-10-on-demand.json";

    [Theory]
    [InlineData("tails_hash", "tails")]
    [InlineData("status_lists.1.currentAccumulator", "status_lists[1]")]
    [InlineData("cases.0.witness_equation_holds", "cases[0]")]
    [InlineData("cases.1.expected.verify", "cases[1]")]
    [InlineData("cases.3.expected.verify", "cases[3]")]
    [InlineData("cases.3.revocation_state.witness.omega", "cases[3]")]
    [InlineData("cases.1.revocation_state.witness.omega", "cases[1]")]
    [InlineData("cases.4.revocation_state.rev_reg.accum", "cases[4]")]
    [InlineData("cases.4.revocation_state.timestamp", "cases[4]")]
    [InlineData("cases.4.intermediates.non_revocation_tau_hex.0", "cases[4]")]
    [InlineData("cases.4.intermediates.non_revocation_tau_hex.7", "cases[4]")]
    [InlineData("cases.5.negatives.2.expected", "cases[5] verified-against-other-status-list")]
    [InlineData("cases.6.rev_idx", "cases[6]")]
    [InlineData("witness_updates.0.omega_from", "witness_updates[0]")]
    [InlineData("witness_updates.1.omega_to", "witness_updates[1]")]
    [InlineData("witness_updates.1.revoked.0", "witness_updates[1]")]
    [InlineData("credentials.0.processed_credential.signature.p_credential.v", "credentials[0]")]
    [InlineData("credentials.1.rev_idx", "credentials[1]")]
    public void Fails_exactly_the_case_of_a_changed_value_of_a_flow(string path, string failing) => CheckChange("anoncreds", Flow, path, failing);

    [Theory]
    [InlineData(Registry, "tails_hash", "tails")]
    [InlineData(Registry, "registry", "registry")]
    [InlineData(Registry, "status_lists.0.currentAccumulator", "status_lists[0]")]
    [InlineData(Registry, "status_lists.3.revRegDefId", "status_lists[3]")]
    [InlineData(Registry, "status_lists.5.issuerId", "status_lists[5]")]
    [InlineData(Registry, "status_list_operations.5.timestamp", "status_lists[5]")]
    [InlineData(OnDemand, "status_lists.1.currentAccumulator", "status_lists[1]")]
    [InlineData(OnDemand, "rev_reg_def.value.tailsHash", "tails")]
    public void Fails_exactly_the_case_of_a_changed_value_of_a_registry(string file, string path, string failing) =>
        CheckChange("anoncreds/reference", file, path, failing);

    [Theory]
    [InlineData("cases/n10-not-revoked-initial-list.json", "revocation_states.0.revocation_state.timestamp", "revocation_states[0]")]
    [InlineData("cases/n13-revoked.json", "revocation_states.0.revocation_state.witness.omega", "revocation_states[0]")]
    [InlineData("cases/n42-on-demand-witness-from-scratch.json", "revocation_states.0.revocation_state.witness.omega", "revocation_states[0]")]
    [InlineData("cases/n17-old-witness-new-list.json", "verifier_intermediates.sub_proofs.0.non_revocation_tau_hex.3", "non_revocation_tau_hex[0]")]
    public void Fails_exactly_the_case_of_a_changed_state_or_inner_value(string file, string path, string failing) =>
        CheckChange("anoncreds/reference", file, path, failing);

    /// <summary>Runs the cases of a file over a copy with one value of it changed. Cases of other files may take the file as input, and fail too.</summary>
    private static void CheckChange(string suite, string file, string path, string failing)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors(suite));
        copy.Edit(file, json => Change(json, path.Split('.')));

        var failed = AllSuites.List.Single(item => item.Path == suite).Load(copy.Folder)
            .Where(item => item.Name.StartsWith(file, StringComparison.Ordinal))
            .Where(item => item.Run() is not CaseOutcome.Passed)
            .Select(item => item.Name);

        failed.ShouldBe([$"{file} {failing}"]);
    }

    private static void Change(JsonNode json, string[] path)
    {
        var holder = path[..^1].Aggregate(json, (node, part) => node is JsonArray list ? list[Number(part)]! : node[part]!);
        if (holder is JsonArray items)
            items[Number(path[^1])] = Changed(json, items[Number(path[^1])]!);
        else
            holder[path[^1]] = Changed(json, holder[path[^1]]!);
    }

    /// <summary>Another value of the same form, so that the value is compared and not its form.</summary>
    private static JsonNode? Changed(JsonNode json, JsonNode node)
    {
        if (node.GetValueKind() != JsonValueKind.String)
            return JsonEdits.Changed(node);
        var text = node.GetValue<string>();
        return text switch
        {
            "accept" => "reject",
            "reject" => "accept",
            _ when IsPoint(text) => Texts(json).First(other => IsPoint(other) && other != text),
            _ when text.All(char.IsAsciiDigit) => text + "0",
            _ => JsonEdits.Changed(node),
        };
    }

    private static bool IsPoint(string text) => text.Split(' ').Length == 12;

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static int Number(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
}

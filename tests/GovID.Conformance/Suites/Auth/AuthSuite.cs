using System.Text.Json;
using GovID.Conformance.Suites.Reference;
using GovID.Ledger.Authorization;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Auth;

/// <summary><c>indy/auth</c>: the built-in rules by name, parts and constraint, in their order, and that each is the first to match itself.</summary>
public sealed class AuthSuite : Suite
{
    private const string FileName = "default-auth-rules.json";

    /// <inheritdoc/>
    public override string Path => "indy/auth";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var known = StandardAuthRules.List.Select((rule, index) => (Key: rule.Id.ToString(), index)).ToDictionary(one => one.Key, one => one.index, StringComparer.Ordinal);
        var last = -1;
        var number = 0;
        foreach (var item in Vectors.Json(folder, FileName).EnumerateArray())
        {
            var place = known.GetValueOrDefault(KeyOf(item) ?? string.Empty, -1);
            var before = last;
            last = place < 0 ? last : place;
            yield return new ConformanceCase($"{FileName} [{number++}]", () => Run(item, place, before));
        }
    }

    // The key says what the members say; one without the other moves no rule.
    private static string? KeyOf(JsonElement item)
    {
        string[] members = ["auth_type", "auth_action", "field", "old_value", "new_value"];
        var key = item.Optional("key")?.GetString();
        return key == string.Join("--", members.Select(member => item.Optional(member)?.GetString())) ? key : null;
    }

    private static void Run(JsonElement item, int place, int before)
    {
        Check.That("key", place >= 0, $"there is no rule '{item.Text("key")}', or its members say otherwise");
        Check.That("order", place > before, "the rule stands before the one above it");
        var rule = StandardAuthRules.List[place];
        Check.Equal("auth_type", item.Text("auth_type"), rule.Id.Type);
        Check.Equal("auth_action", item.Text("auth_action"), rule.Id.Action);
        Check.Equal("field", item.Text("field"), rule.Id.Field);
        Check.Equal("old_value", item.Text("old_value"), rule.Id.OldValue);
        Check.Equal("new_value", item.Text("new_value"), rule.Id.NewValue);
        Json.Equal("constraint", item.Member("constraint"), rule.Constraint.ToMap());
        Json.Equal("constraint read", item.Member("constraint"), AuthConstraint.Parse(LedgerMap.Parse(item.Member("constraint").GetRawText())).ToMap());
        Check.Equal("first match", rule.Id.ToString(), new AuthRuleBook(_ => null).FindFor(rule.Id)?.Id.ToString());
    }
}

using System.Text.Json;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The cases of <c>writes.json</c> and <c>errors.json</c>: every answer, to the character.</summary>
internal static class AnswerCases
{
    private const int LongestDifference = 16;

    public static IEnumerable<ConformanceCase> Load(IReadOnlyList<RecordedItem> items, Lazy<Replay> replay) =>
        items.Select(item => new ConformanceCase(item.Name, () =>
        {
            _ = replay.Value;
            Run(item);
        }));

    private static void Run(RecordedItem item)
    {
        if (item.Element.Optional("signatureInput") is { ValueKind: JsonValueKind.String } input)
            Check.Equal("signatureInput", input.GetString(), LedgerRequest.Parse(item.Message!).SigningText);
        var answers = item.Answers ?? throw new MismatchException("the item was not replayed");
        var recorded = item.Element.Items("answers").ToArray();
        if (item.Element.Optional("originalNodeProcessEnded")?.ValueKind == JsonValueKind.True)
        {
            Check.That("answers", answers.Count > recorded.Length, "our node must go on where the recorded one ended");
            answers = [.. answers.Take(recorded.Length)];
        }

        Check.Equal("answers.length", recorded.Length, answers.Count);
        if (item.Element.Optional("sameOnAllNodes")?.ValueKind == JsonValueKind.False)
            CheckMeaning(item.Element, recorded, answers);
        else
            CheckExactly(item, recorded, answers);
    }

    private static void CheckExactly(RecordedItem item, JsonElement[] recorded, IReadOnlyList<LedgerMap> answers)
    {
        Check.That("answersOtherNodes", item.Element.Optional("answersOtherNodes") is null, "nodes that agreed have no other answers");
        for (var i = 0; i < recorded.Length; i++)
        {
            if (IsValidatorReport(item, recorded[i]))
                ValidatorReport.Check(recorded[i], answers[i]);
            else
                Json.Equal($"answers[{i}]", recorded[i], answers[i]);
        }
    }

    private static bool IsValidatorReport(RecordedItem item, JsonElement answer) =>
        item.Message?.FindMap("operation")?.FindText("type")?.Value == "119" && answer.Text("op") == "REPLY";

    // Where the recorded nodes printed their own class names, code and meaning are compared: one short piece may differ.
    private static void CheckMeaning(JsonElement item, JsonElement[] recorded, IReadOnlyList<LedgerMap> answers)
    {
        var nodes = item.Member("answersOtherNodes").EnumerateObject().Select(node => node.Value.EnumerateArray().ToArray()).Prepend(recorded).ToArray();
        Check.That("answersOtherNodes", nodes.Skip(1).Any(node => !Same(node, recorded)), "nodes that differed must have different answers");
        foreach (var node in nodes)
        {
            Check.Equal("answers.length", node.Length, answers.Count);
            for (var i = 0; i < node.Length; i++)
            {
                Json.Equal($"answers[{i}]", Json.Of(Json.Without(node[i], "reason")), answers[i].Without("reason"));
                CheckReason(node[i].Optional("reason")?.GetString(), answers[i].FindText("reason")?.Value);
            }
        }
    }

    private static void CheckReason(string? recorded, string? ours)
    {
        if (recorded is null || ours is null)
        {
            Check.Equal("reason", recorded, ours);
            return;
        }

        var (longer, shorter) = recorded.Length >= ours.Length ? (recorded, ours) : (ours, recorded);
        var head = longer.Zip(shorter).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = longer.Reverse().Zip(shorter.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        if (head + tail < shorter.Length || longer.Length - shorter.Length > LongestDifference)
            Check.Equal("reason", recorded, ours);
    }

    private static bool Same(JsonElement[] left, JsonElement[] right) =>
        left.Length == right.Length && left.Zip(right).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
}

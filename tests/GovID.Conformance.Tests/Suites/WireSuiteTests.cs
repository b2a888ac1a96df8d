using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Wire;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class WireSuiteTests
{
    private const string Messages = "messages.json";
    private const string Session = "curve-transcript.json";

    [Theory(SkipTestWithoutData = true)]
    [InlineData("serverPermanent.public")]
    [InlineData("clientPermanent.public")]
    [InlineData("serverTransient.public")]
    [InlineData("clientTransientPublic")]
    [InlineData("serverGreeting_hex")]
    [InlineData("decrypted.initiateBox_hex")]
    [InlineData("decrypted.initiateMetadata_hex")]
    [InlineData("decrypted.readyMetadata_hex")]
    [InlineData("decrypted.clientMessages_hex.0")]
    [InlineData("decrypted.clientMessages_hex.1")]
    [InlineData("decrypted.serverMessage_hex")]
    [InlineData("clientReceived.0")]
    public void Fails_exactly_the_case_of_a_changed_part_of_the_session(string path) => CheckChange(Session, path);

    [Theory(SkipTestWithoutData = true)]
    [InlineData("ping")]
    [InlineData("pong")]
    [InlineData("catchupUpToDate.0.dir")]
    [InlineData("catchupUpToDate.0.msg.merkleRoot")]
    [InlineData("catchupUpToDate.0.msg.protocolVersion")]
    [InlineData("catchupUpToDate.1.msg.txnSeqNo")]
    [InlineData("catchupUpToDate.1.msg.ledgerId")]
    [InlineData("catchupUpToDate.1.msg.viewNo")]
    [InlineData("catchupFrom2To4.1.msg.seqNoStart")]
    [InlineData("catchupFrom2To4.1.msg.seqNoEnd")]
    [InlineData("catchupFrom2To4.1.msg.viewNo")]
    [InlineData("catchupFrom2To4.1.msg.ppSeqNo")]
    [InlineData("catchupFrom2To4.1.msg.oldMerkleRoot")]
    [InlineData("catchupFrom2To4.1.msg.newMerkleRoot")]
    [InlineData("catchupFrom2To4.1.msg.hashes")]
    [InlineData("catchupFrom2To4.2.msg.catchupTill")]
    [InlineData("catchupFrom2To4.3.msg.txns")]
    [InlineData("acks.0.op")]
    [InlineData("acks.1.op")]
    [InlineData("batchFromClient.op")]
    [InlineData("batchFromClient.signature")]
    public void Fails_exactly_the_case_of_a_changed_message(string path) => CheckChange(Messages, path);

    [Fact]
    public void Fails_a_frame_in_which_one_bit_was_changed()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();

        copy.Edit(Session, file =>
        {
            var frames = file["frames"]!.AsArray();
            var frame = frames[frames.Count - 1]!;
            var bytes = Convert.FromHexString(frame["hex"]!.GetValue<string>());
            bytes[^1] ^= 1;
            frame["hex"] = Convert.ToHexStringLower(bytes);
        });

        copy.Run(new WireSuite()).Failures.ShouldContain(failure => failure.Contains("the box does not open", StringComparison.Ordinal));
    }

    private static void CheckChange(string file, string path)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = Copy();
        var before = copy.Run(new WireSuite()).Totals;

        copy.Edit(file, node => Change(node, path));
        var (after, failures) = copy.Run(new WireSuite());

        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed - 1, 1, 0), string.Join('\n', failures));
    }

    private static void Change(JsonNode node, string path)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        if (int.TryParse(steps[^1], out var last))
            node[last] = Changed(node[last]);
        else
            node[steps[^1]] = Changed(node[steps[^1]]);
    }

    // Hexadecimal text stays hexadecimal, so that the value and not its form is refused.
    private static JsonNode Changed(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is { Length: > 4 } text
        && text.All(char.IsAsciiHexDigitLower)
            ? JsonValue.Create((text[0] == '0' ? '1' : '0') + text[1..])
            : JsonEdits.Changed(value);

    private static SuiteCopy Copy() => new(SharedData.Vectors("indy/wire"));
}

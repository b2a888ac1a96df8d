using System.Text;
using GovID.Ledger.Merkle;
using GovID.Ledger.Messages;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Messages;

public sealed class LedgerMessageTests
{
    private const string Root = "GKot5hBsd81kMupNCXHaqbhv3huEbxAFMLnpcX2hniwn";

    public static TheoryData<string> Whole =>
    [
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","op":"REQACK","reqId":18446744073709551615}""",
        """{"identifier":null,"op":"REQNACK","reason":"client request invalid: x","reqId":1}""",
        """{"code":null,"identifier":"a","op":"REJECT","reason":"r","reqId":2}""",
        """{"code":203,"identifier":"a","op":"REJECT","reason":"r","reqId":2}""",
        """{"op":"REPLY","result":{"reqId":7,"type":"105"}}""",
        $$"""{"ledgerId":0,"merkleRoot":"{{Root}}","op":"LEDGER_STATUS","ppSeqNo":null,"protocolVersion":2,"txnSeqNo":0,"viewNo":0}""",
        $$"""{"hashes":["{{Root}}"],"ledgerId":0,"newMerkleRoot":"{{Root}}","oldMerkleRoot":"{{Root}}","op":"CONSISTENCY_PROOF","ppSeqNo":0,"seqNoEnd":4,"seqNoStart":2,"viewNo":0}""",
        """{"catchupTill":4,"ledgerId":0,"op":"CATCHUP_REQ","seqNoEnd":4,"seqNoStart":3}""",
        """{"consProof":[],"ledgerId":0,"op":"CATCHUP_REP","txns":{"10":{"a":1},"9":{"b":2}}}""",
        """{"messages":["{}"],"op":"BATCH","signature":null}""",
        """{"identifier":"a","operation":{"type":"105"},"reqId":1}""",
    ];

    [Theory]
    [MemberData(nameof(Whole))]
    public void Reads_and_writes_every_kind(string json)
    {
        var message = LedgerMessage.Parse(Encoding.UTF8.GetBytes(json), JsonLimits.NodeMessage);

        Encoding.UTF8.GetString(message.ToBytes()).ShouldBe(json);
    }

    [Fact]
    public void Reads_and_writes_keep_alives()
    {
        LedgerMessage.Parse("pi"u8, JsonLimits.ClientMessage).ShouldBe(KeepAlive.Ping);
        LedgerMessage.Parse("po"u8, JsonLimits.ClientMessage).ShouldBe(KeepAlive.Pong);
        KeepAlive.Ping.ToBytes().ShouldBe("pi"u8.ToArray());
        Should.Throw<InvalidOperationException>(() => KeepAlive.Ping.ToMap());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"op":"PREPREPARE"}""")]
    [InlineData("""{"op":7}""")]
    [InlineData("""{"op":"REQACK","reqId":"1"}""")]
    [InlineData("""{"op":"REQACK","identifier":"","reqId":""}""")]
    [InlineData("""{"op":"REQACK","identifier":"a","reqId":-1}""")]
    [InlineData("""{"op":"REQACK","identifier":"a","reqId":18446744073709551616}""")]
    [InlineData("""{"op":"REQNACK","identifier":"a","reqId":1}""")]
    [InlineData("""{"op":"REPLY","result":[]}""")]
    [InlineData("""{"op":"LEDGER_STATUS","ledgerId":0,"txnSeqNo":-1,"merkleRoot":"GKot5hBsd81kMupNCXHaqbhv3huEbxAFMLnpcX2hniwn"}""")]
    [InlineData("""{"op":"LEDGER_STATUS","ledgerId":0,"txnSeqNo":1,"merkleRoot":"abc"}""")]
    [InlineData("""{"op":"LEDGER_STATUS","ledgerId":0,"txnSeqNo":1}""")]
    [InlineData("""{"op":"CATCHUP_REP","ledgerId":0,"txns":{"01":{}},"consProof":[]}""")]
    [InlineData("""{"op":"CATCHUP_REP","ledgerId":0,"txns":{"0":{}},"consProof":[]}""")]
    [InlineData("""{"op":"CATCHUP_REP","ledgerId":0,"txns":{"1":[]},"consProof":[]}""")]
    [InlineData("""{"op":"CATCHUP_REP","ledgerId":0,"txns":{},"consProof":[1]}""")]
    [InlineData("""{"op":"BATCH","messages":[1],"signature":null}""")]
    public void Refuses_what_is_no_message(string payload) =>
        Should.Throw<LedgerException>(() => LedgerMessage.Parse(Encoding.UTF8.GetBytes(payload), JsonLimits.ClientMessage));

    [Fact]
    public void Refuses_a_message_longer_than_a_node_reads()
    {
        var payload = Encoding.ASCII.GetBytes($$"""{"op":"x","pad":"{{new string('a', 131_072)}}"}""");

        Should.Throw<LedgerException>(() => LedgerMessage.Parse(payload, JsonLimits.ClientMessage)).Code.ShouldBe(LedgerErrorCode.TooLarge);
    }

    [Fact]
    public void Sorts_the_transactions_of_a_catch_up_by_number()
    {
        var reply = (CatchUpReply)LedgerMessage.FromMap(
            LedgerMap.Parse("""{"op":"CATCHUP_REP","ledgerId":0,"txns":{"10":{},"9":{},"11":{}},"consProof":[]}"""));

        reply.Transactions.Select(transaction => transaction.Key).ShouldBe([9, 10, 11]);
    }

    [Fact]
    public void Matches_replies_of_queries_and_of_writes_to_their_requests()
    {
        new ReplyMessage(LedgerMap.Parse("""{"reqId":5}""")).RequestId.ShouldBe(5UL);
        new ReplyMessage(LedgerMap.Parse("""{"txn":{"metadata":{"reqId":6}}}""")).RequestId.ShouldBe(6UL);
        new ReplyMessage(LedgerMap.Parse("""{"reqId":"5"}""")).RequestId.ShouldBeNull();
    }

    [Fact]
    public void Proves_consistency_from_a_log_also_to_a_client_that_has_nothing()
    {
        var log = new MerkleLog();
        log.Append([1]);
        log.Append([2]);
        log.Append([3]);

        ConsistencyProof.From(0, log, 0).Hashes.ShouldBe([log.Root]);
        ConsistencyProof.From(0, log, 0).OldMerkleRoot.ShouldBe(log.Root);
        ConsistencyProof.From(0, log, 2).OldMerkleRoot.ShouldBe(log.RootAt(2));
        ConsistencyProof.From(0, log, 2).Hashes.ShouldBe(log.ConsistencyProof(2, 3));
    }
}

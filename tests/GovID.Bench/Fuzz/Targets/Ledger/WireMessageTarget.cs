using GovID.Ledger.Messages;
using GovID.Ledger.Values;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>One frame of the wire: refused, or a message that reads back to itself.</summary>
public sealed class WireMessageTarget : FuzzTarget
{
    public override string Name => "ledger-wire";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Seeds() =>
    [
        "pi"u8.ToArray(),
        """{"op":"LEDGER_STATUS","txnSeqNo":4,"merkleRoot":"H6Xnsc74UifcrwrRT5n6VFiBzz8yqYkq8UDM8Ey9c7mG","ledgerId":0,"ppSeqNo":null,"viewNo":null,"protocolVersion":2}"""u8.ToArray(),
        """{"op":"CONSISTENCY_PROOF","ledgerId":0,"seqNoStart":2,"seqNoEnd":4,"viewNo":0,"ppSeqNo":0,"oldMerkleRoot":"2a82sC7UoU7oS1djSyRoGoL3NRs68e1m8MmD6qxDWYmf","newMerkleRoot":"H6Xnsc74UifcrwrRT5n6VFiBzz8yqYkq8UDM8Ey9c7mG","hashes":["7NSEBn5Mo1eQfWu6LN856cX54J1BXdxMP14SiwPrc3ZM"]}"""u8.ToArray(),
        """{"op":"CATCHUP_REP","ledgerId":0,"txns":{"3":{"a":1},"4":{"b":[2]}},"consProof":[]}"""u8.ToArray(),
        """{"op":"REJECT","identifier":"a","reqId":1700000001000000000,"reason":"r","code":null}"""u8.ToArray(),
        """{"op":"BATCH","messages":["{}"],"signature":null}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var message = LedgerMessage.Parse(input, JsonLimits.ClientMessage);
        var again = LedgerMessage.Parse(message.ToBytes(), JsonLimits.NodeMessage);
        Refusal.Unless(again.GetType() == message.GetType(), "reads back as another kind");
        Refusal.Unless(again.ToBytes().AsSpan().SequenceEqual(message.ToBytes()), "reads back to other bytes");
    }

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);
}

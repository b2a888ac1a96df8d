using GovID.Ledger.Values;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>MessagePack: refused, or written again to the same bytes.</summary>
public sealed class MessagePackTarget : FuzzTarget
{
    public override string Name => "ledger-messagepack";

    public override IEnumerable<byte[]> Seeds() =>
    [
        LedgerValue.Parse("""{"b":1,"a":{"d":[1,"x",null,true,-33,70000,9007199254740992],"c":-1}}""").ToMessagePack(),
        LedgerMap.Of(("0", "a"), ("1", new LedgerBytes([1, 2, 3])), ("2", new string('x', 300))).WithIntegerKeys().ToMessagePack(),
        new LedgerList(new LedgerFloat(1.5), new string('y', 40)).ToMessagePack(),
    ];

    public override void Run(ReadOnlySpan<byte> input) =>
        Refusal.Unless(MessagePack.Read(input).ToMessagePack().AsSpan().SequenceEqual(input), "written again, the bytes differ");

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);
}

/// <summary>RLP: refused, or written again to the same bytes.</summary>
public sealed class RlpTarget : FuzzTarget
{
    public override string Name => "ledger-rlp";

    public override IEnumerable<byte[]> Seeds() =>
    [
        Rlp.Write(new LedgerList(new LedgerBytes([1]), new LedgerBytes(new byte[60]), new LedgerList(), new LedgerList(new LedgerBytes([0x80])))),
        Rlp.Write(new LedgerBytes(new byte[300])),
    ];

    public override void Run(ReadOnlySpan<byte> input) =>
        Refusal.Unless(Rlp.Write(Rlp.Read(input)).AsSpan().SequenceEqual(input), "written again, the bytes differ");

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);
}

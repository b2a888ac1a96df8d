using GovID.Ledger.Values;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>JSON: refused, or one value whose state JSON reads back to it.</summary>
public sealed class LedgerJsonTarget : FuzzTarget
{
    public override string Name => "ledger-json";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Seeds() =>
    [
        """{"b":1,"a":{"d":[1,"x",null,true],"c":-1}}"""u8.ToArray(),
        """{"reqId":1691520834828315000,"big":123456789012345678901234567890,"f":[1.50,1E3,-0]}"""u8.ToArray(),
        "[\"\\u0041\\ud83d\\ude00\\n\u00e4\u2028\",{\"\":{}}]"u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var value = LedgerValue.Parse(input);
        var written = value.ToStateJsonBytes();
        Refusal.Unless(LedgerValue.Parse(written, JsonLimits.NodeMessage).Equals(value), "state JSON reads back to another value");
        if (value.GetHashCode() != LedgerValue.Parse(written, JsonLimits.NodeMessage).GetHashCode())
            throw new InvalidOperationException("equal values with different hashes");
        Refusal.Unless(MessagePack.Read(value.ToMessagePack()) is not null, "MessagePack does not read back");
    }

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);
}

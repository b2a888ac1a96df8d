using System.Numerics;
using System.Text;
using GovID.Cryptography.Mathematics;

namespace GovID.Bench.Fuzz.Targets;

/// <summary>Decimal texts of big numbers: what is read is written back the same.</summary>
public sealed class BigNumberTextTarget : FuzzTarget
{
    private const int MaximumBits = 4096;

    public override string Name => "big-number-text";

    public override IEnumerable<byte[]> Words() => ["-"u8.ToArray(), "00"u8.ToArray(), "99999999999999999999"u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        "0"u8.ToArray(), "-1"u8.ToArray(), "18446744073709551616"u8.ToArray(),
        Encoding.ASCII.GetBytes(BigNumber.ToText((BigInteger.One << MaximumBits) - 1)),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        string text = Encoding.Latin1.GetString(input);
        if (!BigNumber.TryParse(text, MaximumBits, out BigInteger value)) return;
        if (BigNumber.ToText(value) != text) throw new InvalidOperationException("a text was accepted that is not canonical");
        if (BigNumber.FromBigEndian(BigNumber.ToBigEndian(value)) != BigInteger.Abs(value)) throw new InvalidOperationException("bytes changed the number");
    }

    public override bool IsRefusal(Exception exception) => false;
}

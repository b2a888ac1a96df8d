using System.Text;
using GovID.Cryptography;
using GovID.Cryptography.Encodings;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Base58 text: refused, or the one text of its value.</summary>
public sealed class Base58Target : FuzzTarget
{
    public override string Name => "base58";

    public override IEnumerable<byte[]> Seeds() =>
        ["2NEpo7TZRRrLZSi2U"u8.ToArray(), "11233QC4"u8.ToArray(), Encoding.ASCII.GetBytes(new string('z', 300)), Encoding.ASCII.GetBytes(new string('1', 50))];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        var value = Base58.Decode(text);
        Expect.That(Base58.Encode(value) == text, "two texts for one value");
        Expect.That(Base58.TryDecode(text, out _), "Decode and TryDecode disagree");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

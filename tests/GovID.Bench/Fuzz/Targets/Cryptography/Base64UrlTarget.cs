using System.Text;
using GovID.Cryptography;
using GovID.Cryptography.Encodings;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Base64url text through both readers: what is read strictly is canonical, and is read leniently alike.</summary>
public sealed class Base64UrlTarget : FuzzTarget
{
    public override string Name => "base64url";

    public override IEnumerable<byte[]> Seeds() => ["A-z_4ME"u8.ToArray(), "A+z/4ME="u8.ToArray(), "Zg=="u8.ToArray(), "Zm9v"u8.ToArray()];

    public override IEnumerable<byte[]> Words() => ["="u8.ToArray(), "=="u8.ToArray(), "+/"u8.ToArray(), "-_"u8.ToArray()];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        var lenient = Base64Url.DecodeLenient(text);
        if (!Base64Url.TryDecode(text, out var value)) return;
        Expect.That(Base64Url.Encode(value) == text, "two texts for one value");
        Expect.That(value.AsSpan().SequenceEqual(lenient), "the readers disagree");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

using GovID.Cryptography;
using GovID.Cryptography.Encodings;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Multihash bytes and the multicodec prefix in front of them.</summary>
public sealed class MultihashTarget : FuzzTarget
{
    public override string Name => "multihash";

    public override IEnumerable<byte[]> Seeds() =>
        [.. Enum.GetValues<MultihashAlgorithm>().Select(algorithm => Multihash.Of(algorithm, "seed"u8)), Multicodec.Wrap(Multicodec.MaximumCode, [1, 2])];

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (Multicodec.TryUnwrap(input, out var code, out var payload))
            Expect.That(Multicodec.Wrap(code, payload).AsSpan().SequenceEqual(input), "two spellings of one code");
        var (algorithm, digest) = Multihash.Decode(input);
        Expect.That(Multihash.Encode(algorithm, digest).AsSpan().SequenceEqual(input), "two spellings of one digest");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

using GovID.Cryptography;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bn254;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Points, elements of GT, scalars and BLS values as bytes: what is accepted is written again to a value that is equal.</summary>
public sealed class CurveBytesTarget : FuzzTarget
{
    public override string Name => "curve-bytes";

    public override IEnumerable<byte[]> Words() =>
    [
        Convert.FromHexString("2523648240000001BA344D80000000086121000000000013A700000000000013"),
        Convert.FromHexString("2523648240000001BA344D8000000007FF9F800000000010A10000000000000D"),
        new byte[32], [4],
    ];

    public override IEnumerable<byte[]> Seeds() =>
    [
        G1Point.Generator.ToBytes(), G1Point.Identity.ToBytes(), G2Point.Generator.ToBytes(), G2Point.Identity.ToBytes(),
        BlsPublicKey.Generator.ToBytes(), Gt.One.ToBytes(), Pairing.Compute(G1Point.Generator, G2Point.Generator).ToBytes(), Scalar.One.ToBytes(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (G1Point.TryFromBytes(input, out var g1, allowIdentity: true) && G1Point.FromBytes(g1.ToBytes(), allowIdentity: true) != g1)
            throw new InvalidOperationException("A point of G1 was changed by writing it.");
        if (G2Point.TryFromBytes(input, out var g2, allowIdentity: true) && !input.SequenceEqual(g2.ToBytes()))
            throw new InvalidOperationException("A point of G2 was changed by writing it.");
        if (Gt.TryFromBytes(input, out var gt) && !input.SequenceEqual(gt.ToBytes()))
            throw new InvalidOperationException("An element of GT was changed by writing it.");
        if (Scalar.TryFromBytes(input, out var scalar) && Scalar.FromBytes(scalar.ToBytes()) != scalar)
            throw new InvalidOperationException("A scalar was changed by writing it.");
        _ = BlsPublicKey.TryFromBytes(input, out _);
        _ = BlsSignature.TryFromBytes(input, out _);
        if (g2 is null)
            G2Point.FromBytes(input);
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

using System.Text;
using GovID.Cryptography;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bn254;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Points, elements of GT, scalars and BLS values as text: what is accepted is written again to a value that is equal.</summary>
public sealed class CurveTextTarget : FuzzTarget
{
    public override string Name => "curve-texts";

    public override IEnumerable<byte[]> Words() =>
    [
        "1 "u8.ToArray(), " 4294967295 "u8.ToArray(), "095E45DDF417D05FB10933FFC63D474548B7FFFF7888802F07FFFFFF7D07A8A8"u8.ToArray(),
        "1 0000000000000000000000000000000000000000000000000000000000000000"u8.ToArray(),
    ];

    public override IEnumerable<byte[]> Seeds()
    {
        using var key = BlsSecretKey.FromSeed(new byte[BlsSecretKey.Length]);
        string[] texts =
        [
            G1Point.Generator.ToText(), G1Point.Identity.ToText(), G2Point.Generator.ToText(), G2Point.Identity.ToText(),
            Gt.One.ToText(), Scalar.One.ToText(), key.PublicKey.ToString(), key.ProvePossession().ToString(),
        ];
        return [.. texts.Select(Encoding.ASCII.GetBytes)];
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.Latin1.GetString(input);
        if (G1Point.TryParseText(text, out var g1, allowIdentity: true) && G1Point.ParseText(g1.ToText(), allowIdentity: true) != g1)
            throw new InvalidOperationException("A point of G1 was changed by writing it.");
        if (G2Point.TryParseText(text, out var g2, allowIdentity: true) && G2Point.ParseText(g2.ToText(), allowIdentity: true) != g2)
            throw new InvalidOperationException("A point of G2 was changed by writing it.");
        if (Gt.TryParseText(text, out var gt) && Gt.ParseText(gt.ToText()) != gt)
            throw new InvalidOperationException("An element of GT was changed by writing it.");
        _ = Scalar.TryParseText(text, out _);
        if (BlsPublicKey.TryParse(text, out var key) && key.ToString() != text)
            throw new InvalidOperationException("A BLS key was changed by writing it.");
        BlsSignature.Parse(text);
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

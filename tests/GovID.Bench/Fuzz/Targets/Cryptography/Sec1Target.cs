using GovID.Cryptography;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Raw public keys of every type; the first byte chooses it.</summary>
public sealed class Sec1Target : FuzzTarget
{
    private static readonly KeyType[] Types = Enum.GetValues<KeyType>();

    public override string Name => "sec1";

    public override IEnumerable<byte[]> Seeds() =>
    [
        [(byte)KeyType.Ed25519, .. Hex.Decode("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")],
        [(byte)KeyType.X25519, .. new byte[32]],
        [(byte)KeyType.P256, .. Hex.Decode("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6")],
        [(byte)KeyType.P256, .. Hex.Decode("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299")],
        [(byte)KeyType.P384, 0x02, .. new byte[48]],
        [(byte)KeyType.P521, 0x03, .. new byte[66]],
        [(byte)KeyType.Secp256k1, .. Hex.Decode("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")],
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        var type = Types[input[0] % Types.Length];
        var key = PublicKey.Import(type, input[1..]);
        Expect.That(PublicKey.Import(type, key.Export()).Equals(key), "the key changes when exported");
        if (key.SignatureLength > 0) Expect.That(!key.Verify(input, new byte[key.SignatureLength]), "a signature of zeros verifies");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}

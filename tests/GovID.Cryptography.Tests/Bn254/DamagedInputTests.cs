using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bn254;

namespace GovID.Cryptography.Tests.Bn254;

/// <summary>Readers refuse damaged input with the package's exception and nothing else, and read to equal values what they accept.</summary>
public sealed class DamagedInputTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true);

    [Fact]
    public void Readers_of_bytes_refuse_or_round_trip()
    {
        byte[][] seeds = [G1Point.Generator.ToBytes(), G2Point.Generator.ToBytes(), Gt.One.ToBytes(), Scalar.One.ToBytes()];
        Check.One(Runs, Prop.ForAll(Damage(seeds), bytes =>
        {
            Agrees(() => G1Point.FromBytes(bytes, true).ToBytes(), G1Point.TryFromBytes(bytes, out var g1, true), g1?.ToBytes());
            Agrees(() => G2Point.FromBytes(bytes, true).ToBytes(), G2Point.TryFromBytes(bytes, out var g2, true), g2?.ToBytes());
            Agrees(() => Gt.FromBytes(bytes).ToBytes(), Gt.TryFromBytes(bytes, out var gt), gt?.ToBytes());
            Agrees(() => Scalar.FromBytes(bytes).ToBytes(), Scalar.TryFromBytes(bytes, out var scalar), scalar.ToBytes());
            Agrees(() => BlsPublicKey.FromBytes(bytes).ToBytes(), BlsPublicKey.TryFromBytes(bytes, out var key), key?.ToBytes());
            Agrees(() => BlsSignature.FromBytes(bytes).ToBytes(), BlsSignature.TryFromBytes(bytes, out var signature), signature?.ToBytes());
            g2?.ToBytes().ShouldBe(bytes); // G2 has one form only
            gt?.ToBytes().ShouldBe(bytes);
        }));
    }

    [Fact]
    public void Readers_of_text_refuse_or_round_trip()
    {
        using var secret = BlsSecretKey.FromSeed(new byte[32]);
        string[] texts =
        [
            G1Point.Generator.ToText(), G2Point.Generator.ToText(), Gt.One.ToText(), Scalar.One.ToText(),
            secret.PublicKey.ToString(), secret.ProvePossession().ToString(),
        ];
        Check.One(Runs, Prop.ForAll(Damage([.. texts.Select(Encoding.ASCII.GetBytes)]), bytes =>
        {
            var text = Encoding.Latin1.GetString(bytes);
            Agrees(() => G1Point.ParseText(text, true).ToBytes(), G1Point.TryParseText(text, out var g1, true), g1?.ToBytes());
            Agrees(() => G2Point.ParseText(text, true).ToBytes(), G2Point.TryParseText(text, out var g2, true), g2?.ToBytes());
            Agrees(() => Gt.ParseText(text).ToBytes(), Gt.TryParseText(text, out var gt), gt?.ToBytes());
            Agrees(() => Scalar.ParseText(text).ToBytes(), Scalar.TryParseText(text, out var scalar), scalar.ToBytes());
            Agrees(() => BlsPublicKey.Parse(text).ToBytes(), BlsPublicKey.TryParse(text, out var key), key?.ToBytes());
            Agrees(() => BlsSignature.Parse(text).ToBytes(), BlsSignature.TryParse(text, out var signature), signature?.ToBytes());
            key?.ToString().ShouldBe(text);
        }));
    }

    /// <summary>One seed with some bytes replaced, and sometimes cut or lengthened.</summary>
    private static Arbitrary<byte[]> Damage(byte[][] seeds) => Arb.From(
        from seed in Gen.Elements(seeds)
        from places in Gen.ArrayOf(Gen.Choose(0, seed.Length - 1))
        from values in Gen.ArrayOf(Gen.Choose(0, 255))
        from length in Gen.Frequency((4, Gen.Constant(seed.Length)), (1, Gen.Choose(0, seed.Length * 2)))
        select Apply(seed, places, values, length));

    private static byte[] Apply(byte[] seed, int[] places, int[] values, int length)
    {
        byte[] damaged = [.. seed, .. seed];
        for (var i = 0; i < Math.Min(Math.Min(places.Length, values.Length), 4); i++)
            damaged[places[i]] = (byte)values[i];
        return damaged[..length];
    }

    private static void Agrees(Func<byte[]> read, bool accepted, byte[]? value)
    {
        try
        {
            read().ShouldBe(value);
            accepted.ShouldBeTrue();
        }
        catch (CryptoException)
        {
            accepted.ShouldBeFalse();
        }
    }
}

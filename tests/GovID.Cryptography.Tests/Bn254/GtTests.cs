using System.Numerics;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class GtTests
{
    private static readonly Gt Value = Pairing.Compute(G1Point.Generator, G2Point.Generator);

    [Fact]
    public void Raises_to_powers_in_both_ways_alike()
    {
        var random = new Random(41);
        var (power, k) = (Gt.One, 0);
        for (; k < 20; k++, power *= Value)
            Value.PowerPublic(Scalar.FromInteger((ulong)k)).ShouldBe(power);
        foreach (var border in Scalars.Borders.Concat(Enumerable.Range(0, 5).Select(_ => Bridge.Below(Curve.R, random))))
            Value.PowerPublic(Bridge.Scalar(border)).ShouldBe(Value.Power(Bridge.Scalar(border)));
    }

    [Fact]
    public void Obeys_the_laws_of_a_group()
    {
        var (a, b) = (Value.Power(Scalar.Random()), Value.Power(Scalar.Random()));

        (a * b).ShouldBe(b * a);
        (a / b * b).ShouldBe(a);
        (a * a.Invert()).IsOne.ShouldBeTrue();
        a.Power(Scalar.Zero).ShouldBe(Gt.One);
        a.Power(-Scalar.One).ShouldBe(a.Invert());
        (a == b).ShouldBeFalse();
        (a * b).GetHashCode().ShouldBe((b * a).GetHashCode());
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        foreach (var element in new[] { Value, Gt.One, Value.Power(Scalar.Random()) })
        {
            Gt.FromBytes(element.ToBytes()).ShouldBe(element);
            Gt.ParseText(element.ToText()).ShouldBe(element);
        }
    }

    [Fact]
    public void Refuses_elements_outside_the_group()
    {
        // 2 and −1 do not have order r; nor has a cyclotomic element that comes from the easy part of the exponent alone.
        var easyExponent = (BigInteger.Pow(Curve.P, 6) - 1) * (BigInteger.Pow(Curve.P, 2) + 1);
        var easy = ReferenceFp12.FromPowers((1, 0), (1, 1)).Power(easyExponent);
        foreach (var outside in new[] { ReferenceFp12.FromPowers((2, 0)), ReferenceFp12.FromPowers((-1, 0)), easy })
            Refused(Bridge.GtBytes(outside)).ShouldBe(CryptoErrorCode.InvalidPoint);

        var inside = easy.Power((BigInteger.Pow(Curve.P, 4) - BigInteger.Pow(Curve.P, 2) + 1) / Curve.R);
        Gt.TryFromBytes(Bridge.GtBytes(inside), out _).ShouldBeTrue();
        Refused(new byte[Gt.Length]).ShouldBe(CryptoErrorCode.InvalidPoint);
    }

    [Fact]
    public void Refuses_other_lengths_an_end_that_is_not_zero_and_coefficients_not_below_p()
    {
        Refused(new byte[Gt.Length - 1]).ShouldBe(CryptoErrorCode.WrongLength);
        var bytes = Value.ToBytes();
        bytes[^1] = 1;
        Refused(bytes).ShouldBe(CryptoErrorCode.Malformed);
        bytes[^1] = 0;
        Bridge.Bytes(Curve.P).CopyTo(bytes, 0);
        Refused(bytes).ShouldBe(CryptoErrorCode.Malformed);
    }

    private static CryptoErrorCode Refused(byte[] bytes)
    {
        Gt.TryFromBytes(bytes, out var element).ShouldBeFalse();
        element.ShouldBeNull();
        return Should.Throw<CryptoException>(() => Gt.FromBytes(bytes)).Code;
    }
}

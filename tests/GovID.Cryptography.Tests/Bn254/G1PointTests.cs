using System.Numerics;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class G1PointTests
{
    private static readonly (ReferenceFp2 X, ReferenceFp2 Y)? Generator = (new(Curve.G1.X, 0), new(Curve.G1.Y, 0));

    [Fact]
    public void Multiplies_like_the_reference()
    {
        var random = new Random(21);
        foreach (var k in Scalars.Borders.Concat(Enumerable.Range(0, 5).Select(_ => Bridge.Below(Curve.R, random))))
        {
            var expected = Bridge.G1Bytes(Curve.Multiply(Generator, k));

            G1Point.Generator.Multiply(Bridge.Scalar(k)).ToBytes().ShouldBe(expected);
            G1Point.Generator.MultiplyPublic(Bridge.Scalar(k)).ToBytes().ShouldBe(expected);
        }
    }

    [Fact]
    public void Obeys_the_laws_of_a_group()
    {
        var (a, b, c) = (G1Point.Random(), G1Point.Random(), G1Point.Random());

        ((a + b) + c).ShouldBe(a + (b + c));
        (a + b).ShouldBe(b + a);
        (a + G1Point.Identity).ShouldBe(a);
        (a - a).IsIdentity.ShouldBeTrue();
        (a + a).ShouldBe(a * Scalar.FromInteger(2));
        (-a + b).ShouldBe(b - a);
        (a + b == c).ShouldBeFalse();
        (a + b).GetHashCode().ShouldBe((b + a).GetHashCode());
    }

    [Fact]
    public void Sums_products_and_points()
    {
        G1Point[] points = [G1Point.Random(), G1Point.Identity, G1Point.Random(), G1Point.Generator];
        Scalar[] scalars = [Scalar.Random(), Scalar.Random(), Scalar.Zero, -Scalar.One];

        G1Point.SumOfPublicProducts(points, scalars).ShouldBe((points[0] * scalars[0]) - G1Point.Generator);
        G1Point.SumOfPublicProducts([], []).IsIdentity.ShouldBeTrue();
        G1Point.Sum(points).ShouldBe(points[0] + points[2] + points[3]);
        Should.Throw<ArgumentException>(() => G1Point.SumOfPublicProducts(points, [Scalar.One]));
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var point = G1Point.Random() + G1Point.Random();

        G1Point.FromBytes(point.ToBytes()).ShouldBe(point);
        G1Point.ParseText(point.ToText()).ShouldBe(point);
        G1Point.FromBytes(G1Point.Identity.ToBytes(), allowIdentity: true).IsIdentity.ShouldBeTrue();
        G1Point.ParseText(G1Point.Identity.ToText(), allowIdentity: true).IsIdentity.ShouldBeTrue();
    }

    [Fact]
    public void Ignores_the_bytes_behind_the_coordinates()
    {
        var bytes = G1Point.Generator.ToBytes();
        bytes[^1] = 7;

        G1Point.FromBytes(bytes).ShouldBe(G1Point.Generator);
    }

    [Theory]
    [InlineData(127, CryptoErrorCode.WrongLength)]
    [InlineData(129, CryptoErrorCode.WrongLength)]
    [InlineData(0, CryptoErrorCode.WrongLength)]
    [InlineData(128, CryptoErrorCode.Malformed)]
    public void Refuses_bytes_of_another_length_or_without_their_tag(int length, CryptoErrorCode code) =>
        Refused(new byte[length]).ShouldBe(code);

    [Fact]
    public void Refuses_points_off_the_curve_coordinates_not_below_p_and_the_identity()
    {
        Refused([4, .. Bridge.Bytes(BigInteger.One), .. Bridge.Bytes(BigInteger.One), .. new byte[63]]).ShouldBe(CryptoErrorCode.InvalidPoint);
        Refused([4, .. Bridge.Bytes(Curve.P + Curve.P - 1), .. Bridge.Bytes(BigInteger.One), .. new byte[63]]).ShouldBe(CryptoErrorCode.Malformed);
        Refused([4, .. Bridge.Bytes(Curve.P - 1), .. Bridge.Bytes(Curve.P + 1), .. new byte[63]]).ShouldBe(CryptoErrorCode.Malformed);
        Refused(G1Point.Identity.ToBytes()).ShouldBe(CryptoErrorCode.InvalidPoint);
    }

    private static CryptoErrorCode Refused(byte[] bytes)
    {
        G1Point.TryFromBytes(bytes, out var point).ShouldBeFalse();
        point.ShouldBeNull();
        return Should.Throw<CryptoException>(() => G1Point.FromBytes(bytes)).Code;
    }
}

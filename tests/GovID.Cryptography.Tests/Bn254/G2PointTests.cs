using GovID.Cryptography.Bn254;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class G2PointTests
{
    [Fact]
    public void Multiplies_like_the_reference()
    {
        var random = new Random(31);
        foreach (var k in Scalars.Borders.Concat(Enumerable.Range(0, 3).Select(_ => Bridge.Below(Curve.R, random))))
        {
            var expected = Bridge.G2Bytes(Curve.Multiply(Curve.G2, k));

            G2Point.Generator.Multiply(Bridge.Scalar(k)).ToBytes().ShouldBe(expected);
            G2Point.Generator.MultiplyPublic(Bridge.Scalar(k)).ToBytes().ShouldBe(expected);
        }
    }

    [Fact]
    public void Obeys_the_laws_of_a_group()
    {
        var (a, b, c) = (G2Point.Random(), G2Point.Random(), G2Point.Random());

        ((a + b) + c).ShouldBe(a + (b + c));
        (a + b).ShouldBe(b + a);
        (a + G2Point.Identity).ShouldBe(a);
        (a - a).IsIdentity.ShouldBeTrue();
        (a + a).ShouldBe(a * Scalar.FromInteger(2));
        (-a + b).ShouldBe(b - a);
        (a + b == c).ShouldBeFalse();
        (a + b).GetHashCode().ShouldBe((b + a).GetHashCode());
    }

    [Fact]
    public void Sums_products_and_points()
    {
        G2Point[] points = [G2Point.Random(), G2Point.Identity, G2Point.Random(), G2Point.Generator];
        Scalar[] scalars = [Scalar.Random(), Scalar.Random(), Scalar.Zero, -Scalar.One];

        G2Point.SumOfPublicProducts(points, scalars).ShouldBe((points[0] * scalars[0]) - G2Point.Generator);
        G2Point.SumOfPublicProducts([], []).IsIdentity.ShouldBeTrue();
        G2Point.Sum(points).ShouldBe(points[0] + points[2] + points[3]);
        Should.Throw<ArgumentException>(() => G2Point.SumOfPublicProducts(points, [Scalar.One]));
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var point = G2Point.Random() + G2Point.Random();

        G2Point.FromBytes(point.ToBytes()).ShouldBe(point);
        G2Point.ParseText(point.ToText()).ShouldBe(point);
        G2Point.FromBytes(G2Point.Identity.ToBytes(), allowIdentity: true).IsIdentity.ShouldBeTrue();
        G2Point.ParseText(G2Point.Identity.ToText(), allowIdentity: true).IsIdentity.ShouldBeTrue();
    }

    // The order of the twist is r·(2p − r): the parts of a point in the group, outside it, and in both.
    [Fact]
    public void Tells_points_of_the_subgroup_exactly_as_multiplication_by_r_does()
    {
        var random = new Random(32);
        for (var round = 0; round < 2; round++)
        {
            var point = Curve.TwistPoint(random);
            var inside = Curve.Multiply(point, Curve.TwistCofactor);
            var outside = Curve.Multiply(point, Curve.R);
            foreach (var candidate in new[] { point, inside, outside, Curve.Add(inside, outside), Curve.Add(point, Curve.G2) })
            {
                var expected = Curve.Multiply(candidate, Curve.R) is null;

                G2Point.TryFromBytes(Bridge.G2Bytes(candidate), out _, allowIdentity: true).ShouldBe(expected);
            }

            Coordinates(point).IsOnCurve().ShouldBeTrue();
        }
    }

    [Fact]
    public void Refuses_points_outside_the_subgroup_off_the_curve_and_the_identity()
    {
        Refused(Bridge.G2Bytes(Curve.TwistPoint(new Random(33)))).ShouldBe(CryptoErrorCode.InvalidPoint);
        Refused(Bridge.G2Bytes((ReferenceFp2.One, ReferenceFp2.One))).ShouldBe(CryptoErrorCode.InvalidPoint);
        Refused(G2Point.Identity.ToBytes()).ShouldBe(CryptoErrorCode.InvalidPoint);
        Refused(new byte[128]).ShouldBe(CryptoErrorCode.InvalidPoint);
    }

    [Fact]
    public void Refuses_other_lengths_and_coordinates_not_below_p()
    {
        Refused(new byte[127]).ShouldBe(CryptoErrorCode.WrongLength);
        Refused(new byte[129]).ShouldBe(CryptoErrorCode.WrongLength);
        var good = G2Point.Generator.ToBytes();
        for (var part = 0; part < 4; part++)
        {
            byte[] raised = [.. good];
            Bridge.Bytes(Bridge.Integer(good.AsSpan(32 * part, 32)) + Curve.P).CopyTo(raised, 32 * part);
            Refused(raised).ShouldBe(CryptoErrorCode.Malformed);
        }
    }

    private static ProjectiveG2 Coordinates((ReferenceFp2 X, ReferenceFp2 Y) point)
    {
        var bytes = Bridge.G2Bytes(point);
        Fp2.TryRead(bytes, out var x).ShouldBeTrue();
        Fp2.TryRead(bytes.AsSpan(64), out var y).ShouldBeTrue();
        return new(x, y, Fp2.One);
    }

    private static CryptoErrorCode Refused(byte[] bytes)
    {
        G2Point.TryFromBytes(bytes, out var point).ShouldBeFalse();
        point.ShouldBeNull();
        return Should.Throw<CryptoException>(() => G2Point.FromBytes(bytes)).Code;
    }
}

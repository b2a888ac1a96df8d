using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class G2SumTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1025)]
    public void Adds_and_subtracts_like_one_by_one(int count)
    {
        var points = Multiples(count);
        var sum = new G2Sum();
        sum.Add(points);
        sum.Add(G2Point.Generator);
        sum.Subtract(points.AsSpan(0, count / 2 * G2Point.Length));
        var remaining = Enumerable.Range((count / 2) + 1, count - (count / 2)).Sum();

        sum.ToPoint().ShouldBe(G2Point.Generator * Scalar.FromInteger((ulong)remaining + 1));
        sum.ToPointUnsafe().ShouldBe(sum.ToPoint());
    }

    [Fact]
    public void Adds_equal_and_opposite_points()
    {
        var one = G2Point.Random();
        var same = Enumerable.Repeat(one.ToBytes(), 700).SelectMany(bytes => bytes).ToArray();
        var sum = new G2Sum();

        sum.Add(same);

        sum.ToPoint().ShouldBe(one * Scalar.FromInteger(700));
        sum.Subtract(same);
        sum.ToPoint().IsIdentity.ShouldBeTrue();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Accepts_points_of_the_group(int count) => G2Sum.AreValid(Multiples(count)).ShouldBeTrue();

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Finds_one_point_that_does_not_belong_to_the_group(int count)
    {
        var random = new Random(71);
        var any = Curve.TwistPoint(random);
        var outside = Curve.Multiply(any, Curve.R);
        var ofOrder13 = Curve.Multiply(outside, Curve.TwistCofactor / 13);
        byte[][] wrong =
        [
            Bridge.G2Bytes(any),
            Bridge.G2Bytes(outside),
            Bridge.G2Bytes(Curve.Add(ofOrder13, Curve.G2)),
            Bridge.G2Bytes((ReferenceFp2.One, ReferenceFp2.One)),
            G2Point.Identity.ToBytes(),
            [.. Enumerable.Repeat((byte)0xFF, G2Point.Length)],
        ];
        ofOrder13.ShouldNotBeNull();
        foreach (var bytes in wrong)
        {
            var points = Multiples(count);
            bytes.CopyTo(points, random.Next(count) * G2Point.Length);

            G2Sum.AreValid(points).ShouldBeFalse();
        }
    }

    [Fact]
    public void Finds_the_smallest_part_outside_the_group_every_time()
    {
        var outside = Curve.Multiply(Curve.TwistPoint(new Random(72)), Curve.R);
        var points = Multiples(256);
        Bridge.G2Bytes(Curve.Add(Curve.Multiply(outside, Curve.TwistCofactor / 13), Curve.G2)).CopyTo(points, 0);

        for (var round = 0; round < 50; round++)
            G2Sum.AreValid(points).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_a_sum_outside_the_group()
    {
        var sum = new G2Sum();
        sum.Add(Bridge.G2Bytes(Curve.TwistPoint(new Random(73))));

        Should.Throw<CryptoException>(() => sum.ToPoint()).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
    }

    [Fact]
    public void Refuses_broken_bytes()
    {
        var sum = new G2Sum();

        Should.Throw<ArgumentException>(() => sum.Add(new byte[127]));
        Should.Throw<ArgumentException>(() => G2Sum.AreValid(new byte[129]));
        Should.Throw<CryptoException>(() => sum.Add([.. Enumerable.Repeat((byte)0xFF, 128)])).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Multiplies_one_point_by_many_scalars()
    {
        var random = new Random(74);
        var point = G2Point.Random();
        var scalars = Scalars.Borders.Where(k => !k.IsZero).Select(Bridge.Scalar)
            .Concat(Enumerable.Range(0, 300).Select(_ => Bridge.Scalar(Bridge.Below(Curve.R - 1, random) + 1)))
            .ToArray();
        var destination = new byte[scalars.Length * G2Point.Length];

        new G2Multiples(point).WriteMultiples(scalars, destination);

        for (var i = 0; i < scalars.Length; i++)
            destination.AsSpan(i * G2Point.Length, G2Point.Length).SequenceEqual((point * scalars[i]).ToBytes()).ShouldBeTrue();
    }

    [Fact]
    public void Refuses_to_multiply_the_identity_or_by_zero()
    {
        Should.Throw<ArgumentException>(() => new G2Multiples(G2Point.Identity));
        var table = new G2Multiples(G2Point.Generator);

        Should.Throw<ArgumentException>(() => table.WriteMultiples([Scalar.Zero], new byte[128]));
        Should.Throw<ArgumentException>(() => table.WriteMultiples([Scalar.One], new byte[127]));
        table.WriteMultiples([], []);
    }

    private static byte[] Multiples(int count)
    {
        var bytes = new byte[count * G2Point.Length];
        new G2Multiples(G2Point.Generator).WriteMultiples([.. Enumerable.Range(1, count).Select(k => Scalar.FromInteger((ulong)k))], bytes);
        return bytes;
    }
}

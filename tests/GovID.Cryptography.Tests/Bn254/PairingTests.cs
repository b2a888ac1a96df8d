using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class PairingTests
{
    [Fact]
    public void Gives_the_value_of_the_reference_on_random_points()
    {
        var random = new Random(11);
        for (var round = 0; round < 3; round++)
        {
            var (a, b) = (Bridge.Below(Curve.R, random), Bridge.Below(Curve.R, random));
            var p = Curve.Multiply((new(Curve.G1.X, 0), new(Curve.G1.Y, 0)), a)!.Value;
            var q = Curve.Multiply(Curve.G2, b)!.Value;

            var value = Pairing.Compute(G1Point.FromBytes(Bridge.G1Bytes(p)), G2Point.FromBytes(Bridge.G2Bytes(q)));

            value.ToBytes().ShouldBe(Bridge.GtBytes(Curve.Pair((p.X.A, p.Y.A), q)));
        }
    }

    [Fact]
    public void Is_bilinear()
    {
        for (var round = 0; round < 5; round++)
        {
            var (p, q, a, b) = (G1Point.Random(), G2Point.Random(), Scalar.Random(), Scalar.Random());

            Pairing.Compute(p * a, q * b).ShouldBe(Pairing.Compute(p, q).Power(a * b));
            (Pairing.Compute(p, q * a) * Pairing.Compute(p, q * b)).ShouldBe(Pairing.Compute(p, q * (a + b)));
        }
    }

    [Fact]
    public void Is_not_degenerate()
    {
        var value = Pairing.Compute(G1Point.Generator, G2Point.Generator);

        value.IsOne.ShouldBeFalse();
        (value.Power(-Scalar.One) * value).IsOne.ShouldBeTrue();
    }

    [Fact]
    public void Is_one_when_either_point_is_the_identity()
    {
        Pairing.Compute(G1Point.Identity, G2Point.Generator).IsOne.ShouldBeTrue();
        Pairing.Compute(G1Point.Generator, G2Point.Identity).IsOne.ShouldBeTrue();
        Pairing.Product().IsOne.ShouldBeTrue();
    }

    [Fact]
    public void Gives_products_equal_to_the_product_of_values()
    {
        (G1Point P, G2Point Q)[] pairs =
        [
            (G1Point.Random(), G2Point.Random()), (G1Point.Identity, G2Point.Random()), (G1Point.Random(), G2Point.Random()),
        ];

        var product = Pairing.Product(pairs);

        product.ShouldBe(Pairing.Compute(pairs[0].P, pairs[0].Q) * Pairing.Compute(pairs[2].P, pairs[2].Q));
        Pairing.IsProductOne((pairs[0].P, pairs[0].Q), (-pairs[0].P, pairs[0].Q)).ShouldBeTrue();
        Pairing.IsProductOne(pairs).ShouldBeFalse();
    }

    [Fact]
    public void Gives_the_same_value_again_from_the_lines_a_point_keeps()
    {
        var (p, q) = (G1Point.Random(), G2Point.Random());

        Pairing.Compute(p, q).ShouldBe(Pairing.Compute(p, q));
        Pairing.Compute(p, q).ShouldBe(Pairing.Compute(p, G2Point.FromBytes(q.ToBytes())));
    }

    [Fact]
    public void Refuses_more_pairs_than_the_limit() =>
        Should.Throw<ArgumentException>(() => Pairing.Product(new (G1Point P, G2Point Q)[Pairing.MaximumPairs + 1]));
}

using System.Numerics;
using GovID.Cryptography.Bn254.Internal.Fields;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

/// <summary>The limbs against plain integers, at the borders where carries and reductions happen.</summary>
public sealed class FieldTests
{
    private static readonly BigInteger Radix = BigInteger.One << 256;

    private static readonly BigInteger InverseRadix = Curve.Invert(Radix);

    // Internal representations: 0, 1, limbs of all ones, p − 1 and neighbours, half of p, and seeded ones.
    public static IReadOnlyList<BigInteger> Residues { get; } = MakeResidues();

    [Fact]
    public void Adds_subtracts_multiplies_and_halves_as_integers_do()
    {
        foreach (var x in Residues)
        {
            Residue(Element(x).Halve()).ShouldBe(x.IsEven ? x / 2 : (x + Curve.P) / 2);
            Residue(-Element(x)).ShouldBe(Curve.Mod(-x));
            foreach (var y in Residues)
            {
                var (a, b) = (Element(x), Element(y));
                Residue(a + b).ShouldBe(Curve.Mod(x + y));
                Residue(a - b).ShouldBe(Curve.Mod(x - y));
                Residue(a * b).ShouldBe(Curve.Mod(x * y * InverseRadix));
            }
        }
    }

    [Fact]
    public void Sums_two_products_with_loose_left_factors_as_integers_do()
    {
        foreach (var x in Residues)
        {
            foreach (var y in Residues)
            {
                var (a, b) = (Element(x), Element(y));
                var left = Fp.AddLoose(a, b);
                var sum = Fp.SumOfProducts(left, b, left, Fp.NegateLoose(a));
                Residue(sum).ShouldBe(Curve.Mod((x + y) * (y - x) * InverseRadix));
            }
        }
    }

    // Sums of three products whose left factors are near p and whose right factors have full limbs pass 2²⁵⁶ before they are reduced,
    // for those left factors that also make the multiple of p large: some of two hundred do.
    [Fact]
    public void Keeps_the_bit_beyond_four_limbs_in_sums_of_six_products()
    {
        var full = Element((BigInteger.One << 253) - 1);
        var right = new Fp2(full, full);
        for (var k = 1; k <= 200; k++)
        {
            foreach (var imaginary in new[] { k, Curve.P - k })
            {
                var left = new Fp2(Element(Curve.P - k), Element(imaginary));

                var product = new Fp6(left, left, left) * new Fp6(right, right, right);

                var once = left * right;
                product.C2.ShouldBe(once + once + once);
                product.C1.ShouldBe(once + once + once.MultiplyByXi());
            }
        }
    }

    [Fact]
    public void Adds_thrice_and_twice_as_integers_do()
    {
        foreach (var x in Residues)
        {
            foreach (var y in Residues)
            {
                Residue(Fp.ThricePlusTwice(Element(x), Element(y))).ShouldBe(Curve.Mod((3 * x) + (2 * y)));
                Residue(Fp.ThricePlusTwice(Element(x), Fp.NegateLoose(Element(y)))).ShouldBe(Curve.Mod((3 * x) - (2 * y)));
            }
        }
    }

    [Fact]
    public void Squares_in_Fp4_as_polynomials_do()
    {
        foreach (var x in Residues)
        {
            foreach (var y in Residues)
            {
                var (a, b) = (new Fp2(Element(x), Element(y)), new Fp2(Element(y), Element(Curve.Mod(x + 1))));
                Fp2.SquarePlusXiSquare(a, b).ShouldBe((a * a) + (b * b).MultiplyByXi());
                Fp2.SumOfProducts(a, b, b, a).ShouldBe((a * b).Double());
            }
        }
    }

    [Fact]
    public void Multiplies_in_the_tower_as_polynomials_do()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var (a, ra) = Polynomial(random);
            var (b, rb) = Polynomial(random);

            Equal(a * b, ra * rb);
            Equal(a.Square(), ra * ra);
            Equal(a.Conjugate(), ra.Conjugate());
            Equal(
                a.MultiplyByLine(b.C0.C1, b.C1.C2),
                ra * ReferenceFp12.FromPowers((1, 0), (rb.At(2), 1), (rb.At(5), 3)));
        }
    }

    [Fact]
    public void Raises_to_powers_of_p_and_inverts()
    {
        var random = new Random(2);
        var (a, ra) = Polynomial(random);
        for (var power = 1; power <= 3; power++)
            Equal(a.Frobenius(power), ra.Power(BigInteger.Pow(Curve.P, power)));
        (a * a.Invert()).ShouldBe(Fp12.One);
        default(Fp12).Invert().ShouldBe(default);
    }

    [Fact]
    public void Squares_cyclotomic_elements_faster_to_the_same_result()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var (a, _) = Polynomial(random);
            var easy = a.Conjugate() * a.Invert();
            easy = easy.Frobenius(2) * easy;

            easy.IsCyclotomic().ShouldBeTrue();
            easy.CyclotomicSquare().ShouldBe(easy.Square());
            a.IsCyclotomic().ShouldBeFalse();
        }
    }

    [Fact]
    public void Finds_square_roots_of_squares_only()
    {
        foreach (var residue in Residues)
        {
            var square = Element(residue).Square();
            square.TrySquareRoot(out var root).ShouldBeTrue();
            root.Square().ShouldBe(square);
            (-square).TrySquareRoot(out _).ShouldBe(residue.IsZero); // −1 is no square
        }
    }

    [Fact]
    public void Reads_integers_of_any_length_modulo_p()
    {
        var random = new Random(4);
        for (var length = 0; length < 140; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var written = new byte[Fp.Length];
            Fp.ReadReduced(bytes).Write(written);
            Bridge.Integer(written).ShouldBe(Curve.Mod(Bridge.Integer(bytes)));
        }
    }

    [Fact]
    public void Refuses_integers_that_are_not_below_p()
    {
        Fp.TryRead(Bridge.Bytes(Curve.P - 1), out var highest).ShouldBeTrue();
        highest.ShouldBe(-Fp.One);
        Fp.TryRead(Bridge.Bytes(Curve.P), out _).ShouldBeFalse();
        Fp.TryRead(Bridge.Bytes(Radix - 1), out _).ShouldBeFalse();
    }

    private static BigInteger[] MakeResidues()
    {
        var random = new Random(0);
        BigInteger ones = ulong.MaxValue;
        BigInteger[] borders =
        [
            0, 1, 2, ones, ones << 64, ones << 128, (BigInteger.One << 253) - 1, (BigInteger.One << 192) - 1,
            Curve.P - 1, Curve.P - 2, Curve.P / 2, (Curve.P / 2) + 1, Radix % Curve.P, Curve.P - (Radix % Curve.P),
        ];
        return [.. borders, .. Enumerable.Range(0, 20).Select(_ => Bridge.Below(Curve.P, random))];
    }

    private static Fp Element(BigInteger residue) => new(Limb(residue, 0), Limb(residue, 1), Limb(residue, 2), Limb(residue, 3));

    private static ulong Limb(BigInteger value, int index) => (ulong)((value >> (64 * index)) & ulong.MaxValue);

    private static BigInteger Residue(Fp a) => a.L0 + ((BigInteger)a.L1 << 64) + ((BigInteger)a.L2 << 128) + ((BigInteger)a.L3 << 192);

    // Coefficients are residues divided by the radix: the products of borders are tested inside sums of six as well.
    private static (Fp12 Fast, ReferenceFp12 Slow) Polynomial(Random random)
    {
        var values = new ReferenceFp2[6];
        var elements = new Fp2[6];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = (Residues[random.Next(Residues.Count)], Residues[random.Next(Residues.Count)]);
            elements[i] = new(Element(x), Element(y));
            values[i] = new(Curve.Mod(x * InverseRadix), Curve.Mod(y * InverseRadix));
        }

        var fast = new Fp12(new(elements[0], elements[2], elements[4]), new(elements[1], elements[3], elements[5]));
        return (fast, ReferenceFp12.FromPowers([.. values.Select((value, power) => (value, power))]));
    }

    private static void Equal(Fp12 fast, ReferenceFp12 slow)
    {
        Fp2[] coefficients = [fast.C0.C0, fast.C1.C0, fast.C0.C1, fast.C1.C1, fast.C0.C2, fast.C1.C2];
        for (var power = 0; power < coefficients.Length; power++)
        {
            var bytes = new byte[Fp2.Length];
            coefficients[power].Write(bytes);
            bytes.ShouldBe(Bridge.Bytes(slow.At(power)));
        }
    }
}

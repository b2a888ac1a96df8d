using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Pairings;

/// <summary>
/// The lines of the Miller loop for one point of G2. A line with slope λ through (x, y) of the twist is, at P = (xP, yP) and divided by
/// yP, 1 − λ·(xP/yP)·w + (λx − y)·(1/yP)·w³: for every step the pair (−λ, λx − y) is kept.
/// </summary>
internal sealed class PreparedLines
{
    /// <summary>The highest bit of |6u + 2|, whose lower 64 bits are <see cref="LoopBits"/>.</summary>
    public const int LoopLength = 64;

    /// <summary>|6u + 2| = 6|u| − 2 without its highest bit.</summary>
    private const ulong LoopBits = 0x8300000000000004;

    private PreparedLines(Line[] lines) => Lines = lines;

    /// <summary>The lines in the order of use: for each bit one of doubling, one of addition where the bit is set; then two more.</summary>
    public Line[] Lines { get; }

    public static bool HasBit(int bit) => ((LoopBits >> bit) & 1) == 1;

    /// <summary>Computes the lines of a point that is not the identity.</summary>
    public static PreparedLines Of(in ProjectiveG2 point)
    {
        var inverse = point.Z.Invert();
        var x = point.X * inverse;
        var y = point.Y * inverse;
        var steps = new List<Step>(LoopLength + 6);
        var t = new ProjectiveG2(x, y, Fp2.One);
        for (var bit = LoopLength - 1; bit >= 0; bit--)
        {
            t = DoublingStep(t, steps);
            if (HasBit(bit))
                t = AdditionStep(t, x, y, steps);
        }

        t = t.Negate(); // u is negative
        var x1 = x.Conjugate() * FrobeniusConstants.TwistX;
        var y1 = y.Conjugate() * FrobeniusConstants.TwistY;
        t = AdditionStep(t, x1, y1, steps);
        var x2 = x1.Conjugate() * FrobeniusConstants.TwistX;
        var y2 = y1.Conjugate() * FrobeniusConstants.TwistY;
        AdditionStep(t, x2, -y2, steps);
        return new(Normalise(steps));
    }

    /// <summary>Doubles (Costello, Lange, Naehrig 2010): the tangent is −2YZ·yP + 3X²·xP·w + (3b'Z² − Y²)·w³.</summary>
    private static ProjectiveG2 DoublingStep(in ProjectiveG2 t, List<Step> steps)
    {
        var a = (t.X * t.Y).Halve();
        var b = t.Y.Square();
        var e = ProjectiveG2.TimesThreeB(t.Z.Square());
        var f = e.Double() + e;
        var g = (b + f).Halve();
        var h = (t.Y * t.Z).Double();
        var j = t.X.Square();
        var ee = e.Square();
        steps.Add(new(-h, j.Double() + j, e - b));
        return new(a * (b - f), g.Square() - (ee.Double() + ee), b * h);
    }

    /// <summary>Adds the affine (x, y): with θ = Y − yZ, μ = X − xZ the line is μ·yP − θ·xP·w + (θx − μy)·w³.</summary>
    private static ProjectiveG2 AdditionStep(in ProjectiveG2 t, in Fp2 x, in Fp2 y, List<Step> steps)
    {
        var theta = t.Y - (y * t.Z);
        var mu = t.X - (x * t.Z);
        steps.Add(new(mu, -theta, Fp2.SumOfProducts(theta, x, mu, -y)));
        var d = mu.Square();
        var e = mu * d;
        var g = t.X * d;
        var h = e + (t.Z * theta.Square()) - g.Double();
        return new(mu * h, Fp2.SumOfProducts(theta, g - h, e, -t.Y), t.Z * e);
    }

    /// <summary>Divides every line by its first coefficient, with one inversion for all of them.</summary>
    private static Line[] Normalise(List<Step> steps)
    {
        var products = new Fp2[steps.Count];
        var product = Fp2.One;
        for (var i = 0; i < products.Length; i++)
        {
            products[i] = product;
            product *= steps[i].Y;
        }

        var inverse = product.Invert();
        var lines = new Line[products.Length];
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var own = inverse * products[i];
            inverse *= steps[i].Y;
            lines[i] = new(steps[i].X * own, steps[i].Constant * own);
        }

        return lines;
    }

    /// <summary>The coefficients of a line at xP·w and at w³ when that at yP is 1.</summary>
    internal readonly record struct Line(Fp2 X, Fp2 Constant);

    /// <summary>The coefficients of a line at yP, at xP·w and at w³.</summary>
    private readonly record struct Step(Fp2 Y, Fp2 X, Fp2 Constant);
}

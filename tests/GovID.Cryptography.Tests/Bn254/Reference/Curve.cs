using System.Globalization;
using System.Numerics;

namespace GovID.Cryptography.Tests.Bn254.Reference;

/// <summary>The curve of the specifications over plain integers, straight from its definition: for comparison with the fast code.</summary>
internal static class Curve
{
    public static readonly BigInteger U = -Hex("4080000000000001");

    public static readonly BigInteger P = (36 * U * U * U * U) + (36 * U * U * U) + (24 * U * U) + (6 * U) + 1;

    public static readonly BigInteger R = (36 * U * U * U * U) + (36 * U * U * U) + (18 * U * U) + (6 * U) + 1;

    /// <summary>The order of the twist is r·(2p − r).</summary>
    public static readonly BigInteger TwistCofactor = (2 * P) - R;

    /// <summary>ξ = 1 + i.</summary>
    public static readonly ReferenceFp2 Xi = new(1, 1);

    /// <summary>b' = 2/ξ.</summary>
    public static readonly ReferenceFp2 TwistB = 2 / Xi;

    public static (BigInteger X, BigInteger Y) G1 => (P - 1, 1);

    public static (ReferenceFp2 X, ReferenceFp2 Y) G2 => (
        new(Hex("061A10BB519EB62FEB8D8C7E8C61EDB6A4648BBB4898BF0D91EE4224C803FB2B"), Hex("0516AAF9BA737833310AA78C5982AA5B1F4D746BAE3784B70D8C34C1E7D54CF3")),
        new(Hex("021897A06BAF93439A90E096698C822329BD0AE6BDBE09BD19F0E07891CD2B9A"), Hex("0EBB2B0E7C8B15268F6D4456F5F38D37B09006FFD739C9578A2D1AEC6B3ACE9B")));

    public static BigInteger Mod(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }

    public static BigInteger Invert(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    public static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Adds points of y² = x³ + b over Fp2 (G1 has imaginary parts 0); null is the identity.</summary>
    public static (ReferenceFp2 X, ReferenceFp2 Y)? Add((ReferenceFp2 X, ReferenceFp2 Y)? left, (ReferenceFp2 X, ReferenceFp2 Y)? right)
    {
        if (left is not { } a)
            return right;
        if (right is not { } b)
            return left;
        if (a.X == b.X && a.Y != b.Y)
            return null;
        var slope = Slope(a, b);
        var x = (slope * slope) - a.X - b.X;
        return (x, (slope * (a.X - x)) - a.Y);
    }

    public static (ReferenceFp2 X, ReferenceFp2 Y)? Multiply((ReferenceFp2 X, ReferenceFp2 Y)? point, BigInteger scalar)
    {
        (ReferenceFp2 X, ReferenceFp2 Y)? sum = null;
        for (; scalar > 0; scalar >>= 1, point = Add(point, point))
            sum = scalar.IsEven ? sum : Add(sum, point);
        return sum;
    }

    /// <summary>Returns a point of the twist outside the subgroup of order r, as almost all are.</summary>
    public static (ReferenceFp2 X, ReferenceFp2 Y) TwistPoint(Random random)
    {
        while (true)
        {
            var x = new ReferenceFp2(Bridge.Below(P, random), Bridge.Below(P, random));
            if (SquareRoot((x * x * x) + TwistB) is { } y)
                return (x, y);
        }
    }

    /// <summary>The pairing of AnonCreds 10.2, with the final exponent as one number.</summary>
    public static ReferenceFp12 Pair((BigInteger X, BigInteger Y) p, (ReferenceFp2 X, ReferenceFp2 Y) q) =>
        MillerValue(p, q).Power((BigInteger.Pow(P, 12) - 1) / R);

    /// <summary>Square root in Fp2 for p mod 4 = 3 (Adj and Rodríguez-Henríquez, 2012); null when there is none.</summary>
    private static ReferenceFp2? SquareRoot(ReferenceFp2 a)
    {
        var start = a.Power((P - 3) / 4);
        var candidate = start * a;
        var sign = start * candidate;
        var root = sign == 0 - ReferenceFp2.One
            ? candidate * new ReferenceFp2(0, 1)
            : (1 + sign).Power((P - 1) / 2) * candidate;
        return root * root == a ? root : null;
    }

    private static ReferenceFp12 MillerValue((BigInteger X, BigInteger Y) p, (ReferenceFp2 X, ReferenceFp2 Y) q)
    {
        var length = -((6 * U) + 2);
        var (f, t) = (ReferenceFp12.One, q);
        for (var bit = (int)length.GetBitLength() - 2; bit >= 0; bit--)
        {
            f = f * f * Line(t, t, p);
            t = Add(t, t)!.Value;
            if (((length >> bit) & 1) == 0)
                continue;
            f *= Line(t, q, p);
            t = Add(t, q)!.Value;
        }

        f = f.Conjugate();
        t = (t.X, 0 - t.Y);
        var first = Frobenius(q);
        var second = Frobenius(first);
        f *= Line(t, first, p);
        t = Add(t, first)!.Value;
        return f * Line(t, (second.X, 0 - second.Y), p);
    }

    private static (ReferenceFp2 X, ReferenceFp2 Y) Frobenius((ReferenceFp2 X, ReferenceFp2 Y) q) =>
        (q.X.Conjugate() * Xi.Power((P - 1) / 3), q.Y.Conjugate() * Xi.Power((P - 1) / 2));

    /// <summary>The line yP − λ·xP·w + (λ·x₁ − y₁)·w³.</summary>
    private static ReferenceFp12 Line((ReferenceFp2 X, ReferenceFp2 Y) a, (ReferenceFp2 X, ReferenceFp2 Y) b, (BigInteger X, BigInteger Y) p)
    {
        var slope = Slope(a, b);
        return ReferenceFp12.FromPowers(
            (new(p.Y, 0), 0), ((0 - slope) * new ReferenceFp2(p.X, 0), 1), ((slope * a.X) - a.Y, 3));
    }

    private static ReferenceFp2 Slope((ReferenceFp2 X, ReferenceFp2 Y) a, (ReferenceFp2 X, ReferenceFp2 Y) b) =>
        a == b ? 3 * a.X * a.X / (2 * a.Y) : (b.Y - a.Y) / (b.X - a.X);
}

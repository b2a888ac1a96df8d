using System.Numerics;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

/// <summary>Scalars at which decompositions, windows and reductions have their borders.</summary>
internal static class Scalars
{
    public static IReadOnlyList<BigInteger> Borders { get; } =
    [
        0, 1, 2, 15, 16, 17, 31, 32, 33, Curve.R - 1, Curve.R - 2, Curve.R / 2, (Curve.R / 2) + 1, -Curve.U, 6 * Curve.U * Curve.U,
        (6 * Curve.U * Curve.U) - 1, BigInteger.One << 64, (BigInteger.One << 128) - 1, BigInteger.One << 252,
    ];
}

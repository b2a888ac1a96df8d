using System.Numerics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The sizes of the scheme in bits (specification 2), and the bounds that follow from them (7.5).</summary>
internal static class Sizes
{
    public const int LinkSecret = 256;
    public const int Challenge = 256;
    public const int Prime = 1024;
    public const int ExponentStart = 596;
    public const int ExponentRange = 119;
    public const int VPrime = 2128;
    public const int VPrimePrime = 2724;
    public const int MTilde = 592;
    public const int ETilde = 456;
    public const int VTilde = 3060;
    public const int UTilde = 592;
    public const int AlphaTilde = 2787;
    public const int RequestMTilde = 593;
    public const int M2Tilde = 2432;

    /// <summary>The masks of r and v' hide all of what they cover, which the usual 672 and 673 bits do not (12.6).</summary>
    public const int RTilde = 2464;
    public const int RequestVTilde = 2464;

    public const int MinimumModulus = 2000;
    public const int MaximumModulus = 2112;
    public const int OwnModulus = 2048;

    /// <summary>E0, the constant added to e: 2^596.</summary>
    public static BigInteger ExponentOffset { get; } = BigInteger.One << ExponentStart;

    /// <summary>0 ≤ value &lt; 2^bits.</summary>
    public static bool IsBelow(BigInteger value, int bits) => value.Sign >= 0 && value.GetBitLength() <= bits;

    /// <summary>−2^bits &lt; value &lt; 2^bits.</summary>
    public static bool IsWithin(BigInteger value, int bits) => BigInteger.Abs(value).GetBitLength() <= bits;

    /// <summary>e lies strictly between 2^596 and 2^596 + 2^119 (6.2).</summary>
    public static bool IsSignatureExponent(BigInteger e) =>
        e > ExponentOffset && e < ExponentOffset + (BigInteger.One << ExponentRange);
}

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>How a kernel cuts numbers: bits of a limb, limbs of a vector, and the constants of its two fused multiply-adds.</summary>
/// <param name="Radix">w: bits of a limb.</param>
/// <param name="Lanes">Limbs that one vector holds.</param>
/// <param name="LowBias">What a low half carries: it keeps lo + LowBias in [2^52, 2^53), where the last place weighs one.</param>
internal sealed record LimbForm(int Radix, int Lanes, double LowBias)
{
    /// <summary>C = 1.5·2^(52+w): the last place of ab + C weighs 2^w.</summary>
    public double HighBias { get; } = Math.ScaleB(1.5, 52 + Radix);

    /// <summary>C + D, exact because both are multiples of 2^w.</summary>
    public double BothBiases => HighBias + LowBias;

    /// <summary>The bit pattern of a low half of zero.</summary>
    public long LowBits => BitConverter.DoubleToInt64Bits(LowBias);

    /// <summary>The bit pattern of a high half of zero.</summary>
    public long HighBits => BitConverter.DoubleToInt64Bits(HighBias);
}

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>The parameter u = −0x4080000000000001 from which p, r and the length of the pairing's loop are made.</summary>
internal static class CurveParameter
{
    /// <summary>|u| = 2⁶² + 2⁵⁵ + 1.</summary>
    public const ulong Magnitude = 0x4080000000000001;

    /// <summary>The index of the highest bit of |u|.</summary>
    public const int HighestBit = 62;

    public static bool HasBit(int bit) => ((Magnitude >> bit) & 1) == 1;
}

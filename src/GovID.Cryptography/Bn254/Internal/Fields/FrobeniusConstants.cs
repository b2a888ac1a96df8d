namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>The factors of the Frobenius maps: ξ^(i(pᵏ−1)/6) belongs to the coefficient of wⁱ under the k-th power of the map.</summary>
internal static class FrobeniusConstants
{
    private static readonly Fp2[] First = PowersOf(new(
        new(0x2728380075E94F74, 0x144F87F9C79B1F6B, 0xD5910FFED2C92F70, 0x1830373EE92ACF9F),
        new(0x7FD7C7FF8A16B09F, 0x4CD178063864E0A8, 0xE4A33D812D36D098, 0x0CF32D4356D53061)));

    private static readonly Fp2[] Second = [.. First.Select(gamma => gamma * gamma.Conjugate())];

    private static readonly Fp2[] Third = [.. First.Select(gamma => gamma.Square() * gamma.Conjugate())];

    /// <summary>Gets ξ^((p−1)/3), which the map of the twist multiplies x by.</summary>
    public static Fp2 TwistX => First[2];

    /// <summary>Gets ξ^((p−1)/2), which the map of the twist multiplies y by.</summary>
    public static Fp2 TwistY => First[3];

    /// <summary>Returns the six factors for the k-th power, k = 1, 2 or 3: γ, γ^(1+p), γ^(1+p+p²) for γ = ξ^(i(p−1)/6).</summary>
    public static ReadOnlySpan<Fp2> OfPower(int power) => power switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        _ => throw new ArgumentOutOfRangeException(nameof(power)),
    };

    private static Fp2[] PowersOf(Fp2 gamma)
    {
        var powers = new Fp2[6];
        powers[0] = Fp2.One;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * gamma;
        return powers;
    }
}

using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Cryptography.Bn254.Internal.Curves;

/// <summary>Points of G1 from hashes by trial and increment (ledger specification 10.5).</summary>
internal static class HashedPoint
{
    /// <summary>
    /// Returns the point whose x is the hash, as a big-endian integer modulo p, or the next x for which x³ + 2 is a square;
    /// y is (x³ + 2)^((p+1)/4). The time depends on the hash, which is public.
    /// </summary>
    public static ProjectiveG1 Of(ReadOnlySpan<byte> hash, out int increments)
    {
        var x = Fp.ReadReduced(hash);
        var two = Fp.One.Double();
        for (increments = 0; ; increments++)
        {
            if (((x.Square() * x) + two).TrySquareRoot(out var y))
                return new(x, y, Fp.One);
            x += Fp.One;
        }
    }
}

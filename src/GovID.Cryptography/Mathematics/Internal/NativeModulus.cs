using System.Numerics;
using System.Runtime.ConstrainedExecution;

namespace GovID.Cryptography.Mathematics.Internal;

/// <summary>A modulus as OpenSSL keeps it, with its Montgomery constants; freed by the collector because contexts are shared freely.</summary>
/// <remarks>
/// OpenSSL's fast products want a whole multiple of four limbs. A modulus of any other length is replaced by its largest
/// odd multiple of such a length: residues modulo the multiple, reduced at the end, are residues modulo the modulus.
/// </remarks>
internal sealed class NativeModulus : CriticalFinalizerObject
{
    private const int LimbBits = 64;
    private const int FastLimbs = 4;

    public NativeModulus(BigInteger modulus)
    {
        BigInteger padded = Padded(modulus);
        BnScratch scratch = BnScratch.Public;
        Number = LibCrypto.Check(LibCrypto.New());
        Montgomery = LibCrypto.Check(LibCrypto.MontgomeryNew());
        LibCrypto.Check(LibCrypto.Add(Number, scratch.Set(0, padded), scratch.Set(1, BigInteger.Zero)));
        LibCrypto.Check(LibCrypto.MontgomerySet(Montgomery, Number, scratch.Context));
    }

    ~NativeModulus()
    {
        LibCrypto.MontgomeryFree(Montgomery);
        LibCrypto.ClearFree(Number);
    }

    /// <summary>The modulus, or the multiple that stands for it.</summary>
    public nint Number { get; }

    public nint Montgomery { get; }

    internal static BigInteger Padded(BigInteger modulus)
    {
        int limbs = (int)((modulus.GetBitLength() + LimbBits - 1) / LimbBits);
        if (limbs % FastLimbs == 0 || limbs < 2 * FastLimbs) return modulus;
        int wanted = (limbs + FastLimbs - 1) / FastLimbs * FastLimbs;
        BigInteger factor = ((BigInteger.One << (wanted * LimbBits)) - 1) / modulus;
        return modulus * (factor.IsEven ? factor - 1 : factor);
    }
}

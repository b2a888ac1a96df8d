using System.Numerics;
using System.Runtime.InteropServices;

namespace GovID.Cryptography.Mathematics.Internal.Native;

/// <summary>A modulus as OpenSSL keeps it, with its Montgomery constants.</summary>
/// <remarks>
/// OpenSSL's fast products want a whole multiple of four limbs. A public modulus of any other length is replaced by its
/// largest odd multiple of such a length: residues modulo the multiple, reduced at the end, are residues modulo the modulus.
/// </remarks>
internal sealed class NativeModulus : SafeHandle
{
    private const int LimbBits = 64;
    private const int FastLimbs = 4;

    /// <summary>Keeps a public modulus, or the fast multiple that stands for it.</summary>
    public NativeModulus(BigInteger modulus)
        : this(modulus, pad: true)
    {
    }

    /// <summary>Keeps a secret modulus as it is, marked for constant time and overwritten when freed.</summary>
    public NativeModulus(SecretNumber modulus)
        : this()
    {
        BnScratch scratch = BnScratch.Secret;
        LibCrypto.SetFlags(Number, LibCrypto.FlagConstantTime);
        LibCrypto.Check(LibCrypto.Copy(Number, scratch.Set(0, modulus.Limbs, negative: false)));
        LibCrypto.Check(LibCrypto.MontgomerySet(Montgomery, Number, scratch.Context));
        scratch.Wipe();
    }

    private NativeModulus(BigInteger modulus, bool pad)
        : this()
    {
        BnScratch scratch = BnScratch.Public;
        LibCrypto.Check(LibCrypto.Copy(Number, scratch.Set(0, pad ? Padded(modulus) : modulus)));
        LibCrypto.Check(LibCrypto.MontgomerySet(Montgomery, Number, scratch.Context));
    }

    internal NativeModulus()
        : base(nint.Zero, ownsHandle: true)
    {
        SetHandle(LibCrypto.Check(LibCrypto.New()));
        Montgomery = LibCrypto.Check(LibCrypto.MontgomeryNew());
    }

    public override bool IsInvalid => handle == nint.Zero;

    /// <summary>The modulus, or the multiple that stands for it.</summary>
    public nint Number => handle;

    public nint Montgomery { get; }

    /// <summary>Keeps the native memory until the use is disposed of, also when the owner is disposed of meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed of before.</exception>
    public Use Enter() => new(this);

    /// <summary>Keeps a public modulus as it is: what comparisons with OpenSSL itself need.</summary>
    internal static NativeModulus Unpadded(BigInteger modulus) => new(modulus, pad: false);

    internal static BigInteger Padded(BigInteger modulus)
    {
        int limbs = (int)((modulus.GetBitLength() + LimbBits - 1) / LimbBits);
        if (limbs % FastLimbs == 0 || limbs < 2 * FastLimbs) return modulus;
        int wanted = (limbs + FastLimbs - 1) / FastLimbs * FastLimbs;
        BigInteger factor = ((BigInteger.One << (wanted * LimbBits)) - 1) / modulus;
        return modulus * (factor.IsEven ? factor - 1 : factor);
    }

    protected override bool ReleaseHandle()
    {
        LibCrypto.MontgomeryFree(Montgomery);
        LibCrypto.ClearFree(handle);
        return true;
    }

    internal readonly ref struct Use : IDisposable
    {
        private readonly NativeModulus _owner;

        public Use(NativeModulus owner)
        {
            bool added = false;
            owner.DangerousAddRef(ref added);
            _owner = owner;
        }

        public void Dispose() => _owner.DangerousRelease();
    }
}

using System.Numerics;
using GovID.Cryptography.Mathematics;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Bench.Benchmarks.AnonCreds;

/// <summary>The unit of this benchmark: one OpenSSL exponentiation with 2,048-bit modulus and exponent.</summary>
internal sealed class Exponentiation
{
    private const int Bits = 2048;

    private readonly NativeModulus _modulus;
    private readonly BigInteger _base = Full();
    private readonly BigInteger _exponent = Full();

    public Exponentiation()
    {
        BigInteger modulus = Full() | 1;
        _modulus = NativeModulus.Unpadded(modulus);
        _base = BigNumber.Modulo(_base, modulus);
    }

    public void Run()
    {
        BnScratch scratch = BnScratch.Public;
        LibCrypto.Check(LibCrypto.ModExp(
            scratch[0], scratch.Set(1, _base), scratch.Set(2, _exponent), _modulus.Number, scratch.Context, _modulus.Montgomery));
    }

    private static BigInteger Full() => (BigInteger.One << (Bits - 1)) | BigNumber.Random(Bits - 1);
}

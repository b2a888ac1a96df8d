using System.Numerics;
using GovID.Cryptography.Mathematics;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Tests.Mathematics;

/// <summary>Numbers and contexts for the tests of this folder; seeded, so that a failure comes back.</summary>
internal static class Kernels
{
    /// <summary>The kernels that this machine can run.</summary>
    public static TheoryData<string> Names => Avx512 ? ["512", "256"] : ["256"];

    private static bool Avx512 =>
        System.Runtime.Intrinsics.X86.Avx512F.IsSupported && System.Runtime.Intrinsics.X86.Avx512DQ.IsSupported;

    public static ModularContext Context(string kernel, BigInteger modulus) => ModularContext.Create(
        modulus, n => kernel == "512" ? new MontgomeryKernel512(n) : new MontgomeryKernel256(n));

    /// <summary>A number of exactly so many bits.</summary>
    public static BigInteger Exactly(Random random, int bits) => bits == 0 ? 0 : (BigInteger.One << (bits - 1)) | UpTo(random, bits - 1);

    /// <summary>A number of at most so many bits; one in eight has long runs of zeros or ones.</summary>
    public static BigInteger UpTo(Random random, int bits)
    {
        var bytes = new byte[(bits / 8) + 1];
        random.NextBytes(bytes);
        if (random.Next(8) == 0) Array.Fill(bytes, (byte)(random.Next(2) * 255), random.Next(bytes.Length), 1);
        if (random.Next(8) == 0) Array.Fill(bytes, (byte)(random.Next(2) * 255));
        return new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << bits) - 1);
    }

    public static BigInteger Odd(Random random, int bits) => Exactly(random, bits) | 1;

    /// <summary>The power as the platform computes it, for exponents of either sign.</summary>
    public static BigInteger Expected(BigInteger @base, BigInteger exponent, BigInteger modulus)
    {
        BigInteger start = exponent.Sign < 0 ? Inverse(@base, modulus) : BigNumber.Modulo(@base, modulus);
        return BigInteger.ModPow(start, BigInteger.Abs(exponent), modulus);
    }

    /// <summary>The inverse by Euclid's algorithm; zero when there is none.</summary>
    public static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        (BigInteger r0, BigInteger r1) = (modulus, BigNumber.Modulo(value, modulus));
        (BigInteger t0, BigInteger t1) = (BigInteger.Zero, BigInteger.One);
        while (!r1.IsZero)
        {
            BigInteger q = r0 / r1;
            (r0, r1) = (r1, r0 - (q * r1));
            (t0, t1) = (t1, t0 - (q * t1));
        }

        return r0.IsOne ? BigNumber.Modulo(t0, modulus) : 0;
    }
}

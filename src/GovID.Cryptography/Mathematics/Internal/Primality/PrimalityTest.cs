using System.Numerics;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Cryptography.Mathematics.Internal.Primality;

/// <summary>Miller-Rabin with random bases; numbers that will be secret run on numbers marked for constant time.</summary>
internal static class PrimalityTest
{
    /// <summary>Tests an odd number above 3 with so many random bases.</summary>
    /// <param name="number">The number, least significant limb first, its highest limb not zero.</param>
    /// <param name="rounds">How many bases are tried; a composite number passes each with a chance below one in four.</param>
    /// <param name="secret">Whether the number becomes a key.</param>
    public static bool IsProbablePrime(ReadOnlySpan<ulong> number, int rounds, bool secret)
    {
        if (!secret && LaneKernel.IsSupported) return LanePrimality.MillerRabin(number, rounds);
        return OneBaseAfterTheOther(number, rounds, secret);
    }

    /// <summary>The same through OpenSSL.</summary>
    internal static bool OneBaseAfterTheOther(ReadOnlySpan<ulong> number, int rounds, bool secret)
    {
        BnScratch scratch = secret ? BnScratch.Secret : BnScratch.Public;
        using var montgomery = new MontgomeryHandle();
        try
        {
            nint n = scratch.Set(0, number, negative: false), one = scratch.Set(1, BigInteger.One);
            LibCrypto.Check(LibCrypto.Subtract(scratch[2], n, one));
            int twos = HalveUntilOdd(scratch, number);
            LibCrypto.Check(LibCrypto.MontgomerySet(montgomery.Pointer, n, scratch.Context));
            for (int i = 0; i < rounds; i++)
            {
                if (!Passes(scratch, montgomery.Pointer, number, twos)) return false;
            }

            return true;
        }
        finally
        {
            if (secret) scratch.Wipe();
        }
    }

    // Position 3 becomes (n - 1) / 2^twos.
    private static int HalveUntilOdd(BnScratch scratch, ReadOnlySpan<ulong> number)
    {
        int limb = 0;
        while (LimbOfPredecessor(number, limb) == 0) limb++;
        int twos = (limb * 64) + BitOperations.TrailingZeroCount(LimbOfPredecessor(number, limb));
        LibCrypto.Check(LibCrypto.ShiftRight(scratch[3], scratch[2], twos));
        return twos;
    }

    private static ulong LimbOfPredecessor(ReadOnlySpan<ulong> number, int limb) => limb == 0 ? number[0] - 1 : number[limb];

    // a^d = 1 or a^(d·2^r) = -1 for some r < twos.
    private static bool Passes(BnScratch scratch, nint montgomery, ReadOnlySpan<ulong> number, int twos)
    {
        nint n = scratch[0], one = scratch[1], minusOne = scratch[2], power = scratch[4];
        LibCrypto.Check(LibCrypto.ModExp(power, RandomBase(scratch, number), scratch[3], n, scratch.Context, montgomery));
        if (LibCrypto.Compare(power, one) == 0 || LibCrypto.Compare(power, minusOne) == 0) return true;
        for (int i = 1; i < twos; i++)
        {
            LibCrypto.Check(LibCrypto.ModSquare(power, power, n, scratch.Context));
            if (LibCrypto.Compare(power, minusOne) == 0) return true;
            if (LibCrypto.Compare(power, one) == 0) return false;
        }

        return false;
    }

    // Uniform in [0, n - 2), then moved to [2, n).
    private static nint RandomBase(BnScratch scratch, ReadOnlySpan<ulong> number)
    {
        Span<ulong> draw = stackalloc ulong[number.Length];
        nint candidate = scratch[5];
        do
        {
            RandomBytes.Fill(MemoryMarshal.AsBytes(draw));
            draw[^1] &= ulong.MaxValue >> BitOperations.LeadingZeroCount(number[^1]);
            LibCrypto.Check(LibCrypto.Add(candidate, scratch.Set(6, draw, negative: false), scratch[1]));
            LibCrypto.Check(LibCrypto.Add(candidate, candidate, scratch[1]));
        }
        while (LibCrypto.Compare(candidate, scratch[0]) >= 0);

        return candidate;
    }
}

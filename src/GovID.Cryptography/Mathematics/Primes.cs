using System.Numerics;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Native;
using GovID.Cryptography.Mathematics.Internal.Primality;

namespace GovID.Cryptography.Mathematics;

/// <summary>Tests for primes and draws random ones.</summary>
public static class Primes
{
    /// <summary>Bases that a number must pass when nothing else is asked: a composite number gets through with a chance below 2^-80, whoever chose it.</summary>
    public const int UsualRounds = 40;

    /// <summary>The longest number that is tested: 8,192 bits.</summary>
    public const int MaximumBits = 8192;

    private const int TrialBound = 1 << 11;
    private const int SieveBound = 1 << 14;
    private const int WindowLength = 1 << 14;

    /// <summary>Tells whether a number is prime, with a chance of error below 4^-rounds: Miller-Rabin with random bases, also against numbers made to deceive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer rounds than one.</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: the number has more than <see cref="MaximumBits"/> bits.</exception>
    public static bool IsProbablePrime(BigInteger number, int rounds = UsualRounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        CheckLength(number);
        if (number < 4) return number > 1;
        if (number.IsEven) return false;
        Span<ulong> limbs = stackalloc ulong[(int)((number.GetBitLength() + 63) / 64)];
        limbs.Clear();
        _ = number.TryWriteBytes(MemoryMarshal.AsBytes(limbs), out _, isUnsigned: true);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<ulong, uint>(limbs);
        foreach (uint prime in SmallPrimes.Below(TrialBound))
        {
            if (SmallPrimes.Residue(words, prime) == 0) return number == prime;
        }

        return PrimalityTest.IsProbablePrime(limbs, rounds, secret: false);
    }

    /// <summary>Draws a public random prime in [low, high], such as the exponent of a CL signature.</summary>
    /// <remarks>A window of odd numbers at a uniform place is sieved and its survivors are tried in random order, so that primes after long gaps are not preferred.</remarks>
    /// <exception cref="ArgumentException">The interval is empty, reaches below 3, or is so short that it may hold no prime: it must span 16 times its bits squared.</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: numbers of more than <see cref="MaximumBits"/> bits.</exception>
    public static BigInteger RandomInRange(BigInteger low, BigInteger high, int rounds = UsualRounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        CheckLength(high);
        long bits = high.GetBitLength();
        if (low < 3 || high - low < 16 * bits * bits) throw new ArgumentException("The interval must begin above 2 and be long enough to hold primes.", nameof(high));
        while (true)
        {
            // The window may begin below the interval: its ends are then as likely as its middle.
            BigInteger start = (low - (2 * WindowLength) + RandomBytes.Below(high - low + (2 * WindowLength))) | 1;
            if (start < 3) continue;
            List<int> survivors = Survivors(start);
            while (survivors.Count > 0)
            {
                List<BigInteger> candidates = TakeSome(survivors, start, low, high);
                if (Passing(candidates).FirstOrDefault(c => IsProbablePrime(c, rounds)) is { IsZero: false } prime) return prime;
            }
        }
    }

    // Survivors in random order, as many as are tested together; fewer when the interval or the window ends.
    private static List<BigInteger> TakeSome(List<int> survivors, BigInteger start, BigInteger low, BigInteger high)
    {
        var some = new List<BigInteger>(LaneKernel.Lanes);
        while (some.Count < LaneKernel.Lanes && survivors.Count > 0)
        {
            BigInteger candidate = start + (2 * TakeAny(survivors));
            if (candidate >= low && candidate <= high) some.Add(candidate);
        }

        return some;
    }

    // Those with 2^(n-1) = 1, which nearly every composite number fails.
    private static IEnumerable<BigInteger> Passing(List<BigInteger> candidates)
    {
        if (candidates.Count == 0) return [];
        int bits = (int)candidates[0].GetBitLength(), limbs = (bits + 63) / 64;
        if (!LaneKernel.IsSupported || candidates.Exists(c => c.GetBitLength() != bits)) return candidates.Where(PassesBaseTwo);
        var words = new ulong[candidates.Count * limbs];
        for (int i = 0; i < candidates.Count; i++)
            _ = candidates[i].TryWriteBytes(MemoryMarshal.AsBytes(words.AsSpan(i * limbs, limbs)), out _, isUnsigned: true);
        uint passed = LanePrimality.Fermat(words, bits);
        return candidates.Where((_, i) => ((passed >> i) & 1) == 1);
    }

    private static int TakeAny(List<int> survivors)
    {
        int at = RandomBytes.Below(survivors.Count), taken = survivors[at];
        survivors[at] = survivors[^1];
        survivors.RemoveAt(survivors.Count - 1);
        return taken;
    }

    // Positions i of the window for which start + 2i has no small factor.
    private static List<int> Survivors(BigInteger start)
    {
        var composite = new bool[WindowLength];
        byte[] bytes = start.ToByteArray(isUnsigned: true);
        Array.Resize(ref bytes, (bytes.Length + 3) & ~3);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
        foreach (uint prime in SmallPrimes.Below(SieveBound))
        {
            if (start <= prime) break;

            // start + 2i = 0 mod l for i = -start/2 mod l.
            uint opposite = (prime - SmallPrimes.Residue(words, prime)) % prime;
            uint first = (opposite % 2 == 0 ? opposite : opposite + prime) / 2;
            for (uint i = first; i < WindowLength; i += prime) composite[i] = true;
        }

        var survivors = new List<int>();
        for (int i = 0; i < composite.Length; i++)
        {
            if (!composite[i]) survivors.Add(i);
        }

        return survivors;
    }

    private static bool PassesBaseTwo(BigInteger candidate)
    {
        BnScratch scratch = BnScratch.Public;
        using var montgomery = new MontgomeryHandle();
        nint n = scratch.Set(0, candidate), power = scratch.Set(1, candidate - 1);
        LibCrypto.Check(LibCrypto.MontgomerySet(montgomery.Pointer, n, scratch.Context));
        LibCrypto.Check(LibCrypto.ModExpWord(scratch[2], 2, power, n, scratch.Context, montgomery.Pointer));
        return LibCrypto.IsOne(scratch[2]) == 1;
    }

    private static void CheckLength(BigInteger number)
    {
        if (number.GetBitLength() > MaximumBits)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A number of more than {MaximumBits} bits is not tested for primality.");
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Primality;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class LanePrimalityTests
{
    [Fact]
    public void Tests_eight_candidates_as_the_platform_does()
    {
        Assert.SkipUnless(LaneKernel.IsSupported, "this machine has no AVX-512");
        var random = new Random(61);
        foreach (int bits in new[] { 64, 65, 100, 127, 128, 200, 597, 1024, 1025 })
        {
            for (int count = 1; count <= 8; count++)
            {
                BigInteger[] candidates = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? Prime(bits) : Kernels.Odd(random, bits))];

                uint passed = LanePrimality.Fermat(Limbs(candidates, bits), bits);

                for (int i = 0; i < count; i++)
                {
                    bool expected = BigInteger.ModPow(2, candidates[i] - 1, candidates[i]).IsOne;
                    (((passed >> i) & 1) == 1).ShouldBe(expected, $"{bits} bits, candidate {i} of {count}");
                }

                (passed >> count).ShouldBe(0u);
            }
        }
    }

    [Fact]
    public void Agrees_with_the_test_of_one_base_after_the_other()
    {
        Assert.SkipUnless(LaneKernel.IsSupported, "this machine has no AVX-512");
        var random = new Random(62);
        foreach (int bits in new[] { 3, 5, 17, 52, 64, 100, 597, 1024 })
        {
            for (int round = 0; round < 20; round++)
            {
                BigInteger n = round % 2 == 0 && bits > 20 ? Prime(bits) : Kernels.Odd(random, bits);
                ulong[] limbs = Limbs([n], bits);
                LanePrimality.MillerRabin(limbs, 40).ShouldBe(PrimalityTest.OneBaseAfterTheOther(limbs, 40, secret: false), $"{n}");
            }
        }
    }

    [Fact]
    public void Tests_the_longest_and_the_extreme_numbers()
    {
        Assert.SkipUnless(LaneKernel.IsSupported, "this machine has no AVX-512");
        foreach (int bits in new[] { 521, 607, 1279 })
        {
            // Mersenne primes: every limb is all ones.
            ulong[] limbs = Limbs([(BigInteger.One << bits) - 1], bits);
            LanePrimality.Fermat(limbs, bits).ShouldBe(1u);
            LanePrimality.MillerRabin(limbs, 8).ShouldBeTrue();
        }

        Primes.IsProbablePrime((BigInteger.One << 8191) + 1, 8).ShouldBeFalse();
        Primes.IsProbablePrime((BigInteger.One << 4253) - 1, 8).ShouldBeTrue();
    }

    private static BigInteger Prime(int bits)
    {
        BigInteger low = BigInteger.One << (bits - 1);
        return Primes.RandomInRange(low, (low * 2) - 1, 10);
    }

    private static ulong[] Limbs(BigInteger[] numbers, int bits)
    {
        int limbs = (bits + 63) / 64;
        var words = new ulong[numbers.Length * limbs];
        for (int i = 0; i < numbers.Length; i++)
            _ = numbers[i].TryWriteBytes(MemoryMarshal.AsBytes(words.AsSpan(i * limbs, limbs)), out _, isUnsigned: true);
        return words;
    }
}

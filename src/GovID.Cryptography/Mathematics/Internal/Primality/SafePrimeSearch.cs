using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Cryptography.Mathematics.Internal.Primality;

/// <summary>One worker's search: sieved candidates eight at a time, first a Fermat test of p, then of q, then the full tests of both.</summary>
/// <remarks>
/// p goes first because it has whole limbs: where eight lanes are missing, OpenSSL interleaves two exponentiations if the
/// processor allows. Every exponentiation is a constant-time one, since the last candidate becomes a key.
/// </remarks>
internal sealed class SafePrimeSearch(int bits) : IDisposable
{
    /// <summary>Candidates that one call tests.</summary>
    public const int Batch = LaneKernel.Lanes;

    private readonly SafePrimeWindow _window = new(bits);
    private readonly MontgomeryHandle _first = new();
    private readonly MontgomeryHandle _second = new();
    private readonly ulong[] _candidates = GC.AllocateArray<ulong>(Batch * ((bits + 63) / 64), pinned: true);
    private bool _open;

    private int Limbs => _candidates.Length / Batch;

    /// <summary>Tests the next candidates; the safe prime, or null.</summary>
    public SecretNumber? TestNext()
    {
        for (int i = 0; i < Batch; i++) Fetch(_candidates.AsSpan(i * Limbs, Limbs));
        uint passed = LaneKernel.IsSupported ? LanePrimality.Fermat(_candidates, bits) : FermatInPairs();
        for (int i = 0; i < Batch; i++)
        {
            ReadOnlySpan<ulong> p = _candidates.AsSpan(i * Limbs, Limbs);
            if (((passed >> i) & 1) == 1 && IsSafePrime(p)) return SecretNumber.FromLimbs(p);
        }

        return null;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_candidates.AsSpan()));
        _window.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    /// <summary>The Fermat tests of a machine without eight lanes.</summary>
    internal uint FermatInPairs()
    {
        uint passed = 0;
        BnScratch scratch = BnScratch.Secret;
        try
        {
            for (int i = 0; i < Batch; i += 2) passed |= FermatOfTwo(scratch, i) << i;
        }
        finally
        {
            scratch.Wipe();
        }

        return passed;
    }

    private void Fetch(Span<ulong> candidate)
    {
        while (!_open || !_window.TryNext(candidate))
        {
            _window.Renew();
            _open = true;
        }
    }

    // a^(p-1) mod p for both; a is a little above half of the range, hence below every candidate.
    private uint FermatOfTwo(BnScratch scratch, int index)
    {
        nint m1 = scratch.Set(2, _candidates.AsSpan(index * Limbs, Limbs), negative: false);
        nint m2 = scratch.Set(3, _candidates.AsSpan((index + 1) * Limbs, Limbs), negative: false);
        nint one = scratch.Set(7, BigInteger.One), a = scratch.Set(6, (BigInteger.One << (bits - 1)) + 3);
        LibCrypto.Check(LibCrypto.Subtract(scratch[4], m1, one));
        LibCrypto.Check(LibCrypto.Subtract(scratch[5], m2, one));
        LibCrypto.Check(LibCrypto.MontgomerySet(_first.Pointer, m1, scratch.Context));
        LibCrypto.Check(LibCrypto.MontgomerySet(_second.Pointer, m2, scratch.Context));
        LibCrypto.Check(LibCrypto.ModExpConstantTimeTwice(
            scratch[0], a, scratch[4], m1, _first.Pointer, scratch[1], a, scratch[5], m2, _second.Pointer, scratch.Context));
        return (uint)(LibCrypto.IsOne(scratch[0]) | (LibCrypto.IsOne(scratch[1]) << 1));
    }

    private bool IsSafePrime(ReadOnlySpan<ulong> p)
    {
        Span<ulong> half = stackalloc ulong[Limbs];
        try
        {
            for (int i = 0; i < half.Length; i++) half[i] = (p[i] >> 1) | (i + 1 < p.Length ? p[i + 1] << 63 : 0);

            // One base first: most candidates end there.
            Span<ulong> q = half[^1] == 0 ? half[..^1] : half;
            return PrimalityTest.IsProbablePrime(q, 1, secret: true)
                && PrimalityTest.IsProbablePrime(q, Primes.UsualRounds, secret: true)
                && PrimalityTest.IsProbablePrime(p, Primes.UsualRounds, secret: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(half));
        }
    }
}

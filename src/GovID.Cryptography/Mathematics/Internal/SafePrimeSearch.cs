using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GovID.Cryptography.Mathematics.Internal;

/// <summary>One worker's search: sieved candidates two at a time, first a Fermat test of p, then of q, then the full tests of both.</summary>
/// <remarks>
/// p goes first because it has whole limbs: OpenSSL then interleaves two exponentiations where the processor allows.
/// Every exponentiation is a constant-time one, since the last candidate becomes a key.
/// </remarks>
internal sealed class SafePrimeSearch(int bits) : IDisposable
{
    private readonly SafePrimeWindow _window = new(bits);
    private readonly MontgomeryHandle _first = new();
    private readonly MontgomeryHandle _second = new();
    private readonly ulong[] _candidates = GC.AllocateArray<ulong>(2 * ((bits + 63) / 64), pinned: true);
    private bool _open;

    private int Limbs => _candidates.Length / 2;

    /// <summary>Tests the next two candidates; the safe prime, or null.</summary>
    public SecretNumber? TestTwo()
    {
        Span<ulong> left = _candidates.AsSpan(0, Limbs), right = _candidates.AsSpan(Limbs);
        Fetch(left);
        Fetch(right);
        BnScratch scratch = BnScratch.Secret;
        try
        {
            (bool leftPasses, bool rightPasses) = Fermat(scratch, left, right);
            if (leftPasses && IsSafePrime(scratch, left)) return Found(left);
            return rightPasses && IsSafePrime(scratch, right) ? Found(right) : null;
        }
        finally
        {
            scratch.Wipe();
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_candidates.AsSpan()));
        _window.Dispose();
        _first.Dispose();
        _second.Dispose();
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
    private (bool Left, bool Right) Fermat(BnScratch scratch, ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        nint m1 = scratch.Set(2, left, negative: false), m2 = scratch.Set(3, right, negative: false), one = scratch.Set(7, BigInteger.One);
        LibCrypto.Check(LibCrypto.Subtract(scratch[4], m1, one));
        LibCrypto.Check(LibCrypto.Subtract(scratch[5], m2, one));
        nint a = scratch.Set(6, (BigInteger.One << (bits - 1)) + 3);
        LibCrypto.Check(LibCrypto.MontgomerySet(_first.Pointer, m1, scratch.Context));
        LibCrypto.Check(LibCrypto.MontgomerySet(_second.Pointer, m2, scratch.Context));
        LibCrypto.Check(LibCrypto.ModExpConstantTimeTwice(
            scratch[0], a, scratch[4], m1, _first.Pointer, scratch[1], a, scratch[5], m2, _second.Pointer, scratch.Context));
        return (LibCrypto.IsOne(scratch[0]) == 1, LibCrypto.IsOne(scratch[1]) == 1);
    }

    private bool IsSafePrime(BnScratch scratch, ReadOnlySpan<ulong> p)
    {
        Span<ulong> half = stackalloc ulong[Limbs];
        try
        {
            LibCrypto.Check(LibCrypto.ShiftRight(scratch[0], scratch.Set(1, p, negative: false), 1));
            scratch.CopyTo(0, half);

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

    private static SecretNumber Found(ReadOnlySpan<ulong> p) => SecretNumber.FromLimbs(p);
}

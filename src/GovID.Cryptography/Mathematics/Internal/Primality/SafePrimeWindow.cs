using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GovID.Cryptography.Mathematics.Internal.Primality;

/// <summary>A sieved stretch of candidates q = start + 6i for which neither q nor p = 2q + 1 has a small factor.</summary>
/// <remarks>
/// start = 5 mod 6, because a q of any other residue or its p is divisible by 2 or 3. The two highest bits of p are set: the
/// product of two such primes has exactly twice their bits.
/// </remarks>
internal sealed class SafePrimeWindow : IDisposable
{
    public const int Step = 6;
    private const int Length = 1 << 16;

    private readonly ulong[] _start;
    private readonly bool[] _composite = new bool[Length];
    private readonly int _bits;
    private int _next;

    /// <summary>Makes a window for safe primes of so many bits.</summary>
    public SafePrimeWindow(int bits)
    {
        _bits = bits;
        _start = GC.AllocateArray<ulong>((bits + 63) / 64, pinned: true);
    }

    /// <summary>Draws a new start and sieves.</summary>
    public void Renew()
    {
        Draw();
        Array.Clear(_composite);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<ulong, uint>(_start);
        foreach (uint prime in SmallPrimes.Below(SieveBound)[1..])
        {
            uint residue = SmallPrimes.Residue(words, prime), inverse = InverseOfSix(prime);

            // q = 0 for i = -start/6 and p = 0, which is q = (l - 1)/2, for i = ((l - 1)/2 - start)/6, all modulo l.
            Strike(prime, (uint)((ulong)(prime - residue) * inverse % prime));
            Strike(prime, (uint)((ulong)(prime + ((prime - 1) / 2) - residue) * inverse % prime));
        }

        _next = 0;
    }

    /// <summary>Writes the next p that was not struck out; false at the end of the window.</summary>
    public bool TryNext(Span<ulong> p)
    {
        while (_next < Length && _composite[_next]) _next++;
        if (_next == Length) return false;
        ulong offset = (ulong)_next++ * Step;
        ulong carry = 1;
        for (int i = 0; i < p.Length; i++)
        {
            // p = 2·(start + offset) + 1; the start leaves room, so that no carry runs out at the top.
            UInt128 sum = ((UInt128)_start[i] << 1) + (i == 0 ? (UInt128)offset << 1 : UInt128.Zero) + carry;
            p[i] = (ulong)(sum & ulong.MaxValue);
            carry = (ulong)(sum >> 64);
        }

        return true;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_start.AsSpan()));

    // A longer sieve pays off when a single test is dear; candidates must stay above the sieve.
    private int SieveBound => _bits < 128 ? 1 << 10 : _bits < 512 ? 1 << 14 : _bits < 1024 ? 1 << 17 : 1 << 20;

    private static uint InverseOfSix(uint prime)
    {
        // 6x = 1 + k·l for the k in 1..5 that makes the right side divisible by 6: l·k = -1 mod 6, and l is 1 or 5 mod 6.
        uint k = prime % 6 == 1 ? 5u : 1u;
        return (uint)((((ulong)k * prime) + 1) / 6);
    }

    private void Strike(uint prime, uint first)
    {
        for (uint i = first; i < Length; i += prime) _composite[i] = true;
    }

    private void Draw()
    {
        // q has bits - 1 bits, the two highest set. The start keeps clear of the upper end by more than a window.
        int top = _bits - 2;
        do
        {
            RandomBytes.Fill(MemoryMarshal.AsBytes(_start.AsSpan()));
            int unused = (_start.Length * 64) - (top + 1);
            _start[^1] = unused < 64 ? _start[^1] & (ulong.MaxValue >> unused) : 0;
            if (unused >= 64) _start[^2] &= ulong.MaxValue >> (unused - 64);
            SetBit(top);
            SetBit(top - 1);
        }
        while (IsNearTop(top) || _start[0] > ulong.MaxValue - Step);

        uint residue = SmallPrimes.Residue(MemoryMarshal.Cast<ulong, uint>(_start), Step);
        _start[0] += 5 - residue;
    }

    private void SetBit(int bit) => _start[bit / 64] |= 1ul << (bit % 64);

    // All of the 32 bits below the two highest are ones: a chance of 2^-32, and the window might run over the top.
    private bool IsNearTop(int top)
    {
        for (int bit = top - 2; bit > top - 34; bit--)
        {
            if (((_start[bit / 64] >> (bit % 64)) & 1) == 0) return false;
        }

        return true;
    }
}

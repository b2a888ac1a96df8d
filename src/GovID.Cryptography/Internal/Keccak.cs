using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.Numerics.BitOperations;

namespace GovID.Cryptography.Internal;

/// <summary>The sponge over Keccak-f[1600] with 256-bit digests (FIPS 202 sections 3 and 4): rate 136 bytes, capacity 64.</summary>
/// <remarks>Own code because the platform has no Keccak-256 and offers SHA-3 only where its back end does; the state lives on the stack.</remarks>
internal static unsafe class Keccak
{
    /// <summary>Domain bits 01 of SHA-3 followed by the first padding bit (FIPS 202 B.2).</summary>
    public const byte Sha3Suffix = 0x06;

    /// <summary>The first padding bit alone, as in the Keccak submission.</summary>
    public const byte OriginalSuffix = 0x01;

    private const int Rate = 136;
    private const int Lanes = 25;

    // FIPS 202 section 3.2.5
    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
        0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
        0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    [SkipLocalsInit]
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> digest, byte suffix)
    {
        var state = stackalloc ulong[Lanes];
        var spare = stackalloc ulong[Lanes];
        new Span<ulong>(state, Lanes).Clear();
        for (; data.Length >= Rate; data = data[Rate..])
        {
            Absorb(state, data[..Rate]);
            Permute(state, spare);
        }

        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = suffix;
        last[Rate - 1] |= 0x80;
        Absorb(state, last);
        Permute(state, spare);
        Squeeze(state, digest);
    }

    private static void Absorb(ulong* state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < Rate / 8; i++) state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
    }

    private static void Squeeze(ulong* state, Span<byte> digest)
    {
        for (var i = 0; i < digest.Length / 8; i++) BinaryPrimitives.WriteUInt64LittleEndian(digest[(8 * i)..], state[i]);
    }

    // Optimised at once: hashing is hot from the first block, and the tiers before the last are three times slower here.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Permute(ulong* state, ulong* spare)
    {
        ref var constants = ref MemoryMarshal.GetArrayDataReference(RoundConstants);
        for (var round = 0; round < 24; round += 2)
        {
            Round(state, spare, Unsafe.Add(ref constants, round));
            Round(spare, state, Unsafe.Add(ref constants, round + 1));
        }
    }

    // theta, rho, pi, chi and iota of FIPS 202 section 3.2 in one pass: lane (x, y) is a[x + 5y], and output row y of chi needs
    // the five lanes that pi moves there, so each row is gathered, rotated and mixed before the next.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Round(ulong* a, ulong* e, ulong constant)
    {
        var c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
        var c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
        var c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
        var c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
        var c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];
        var d0 = c4 ^ RotateLeft(c1, 1);
        var d1 = c0 ^ RotateLeft(c2, 1);
        var d2 = c1 ^ RotateLeft(c3, 1);
        var d3 = c2 ^ RotateLeft(c4, 1);
        var d4 = c3 ^ RotateLeft(c0, 1);

        var (b0, b1, b2, b3, b4) = (a[0] ^ d0, RotateLeft(a[6] ^ d1, 44), RotateLeft(a[12] ^ d2, 43), RotateLeft(a[18] ^ d3, 21), RotateLeft(a[24] ^ d4, 14));
        e[0] = b0 ^ (~b1 & b2) ^ constant;
        e[1] = b1 ^ (~b2 & b3);
        e[2] = b2 ^ (~b3 & b4);
        e[3] = b3 ^ (~b4 & b0);
        e[4] = b4 ^ (~b0 & b1);

        (b0, b1, b2, b3, b4) = (RotateLeft(a[3] ^ d3, 28), RotateLeft(a[9] ^ d4, 20), RotateLeft(a[10] ^ d0, 3), RotateLeft(a[16] ^ d1, 45), RotateLeft(a[22] ^ d2, 61));
        e[5] = b0 ^ (~b1 & b2);
        e[6] = b1 ^ (~b2 & b3);
        e[7] = b2 ^ (~b3 & b4);
        e[8] = b3 ^ (~b4 & b0);
        e[9] = b4 ^ (~b0 & b1);

        (b0, b1, b2, b3, b4) = (RotateLeft(a[1] ^ d1, 1), RotateLeft(a[7] ^ d2, 6), RotateLeft(a[13] ^ d3, 25), RotateLeft(a[19] ^ d4, 8), RotateLeft(a[20] ^ d0, 18));
        e[10] = b0 ^ (~b1 & b2);
        e[11] = b1 ^ (~b2 & b3);
        e[12] = b2 ^ (~b3 & b4);
        e[13] = b3 ^ (~b4 & b0);
        e[14] = b4 ^ (~b0 & b1);

        (b0, b1, b2, b3, b4) = (RotateLeft(a[4] ^ d4, 27), RotateLeft(a[5] ^ d0, 36), RotateLeft(a[11] ^ d1, 10), RotateLeft(a[17] ^ d2, 15), RotateLeft(a[23] ^ d3, 56));
        e[15] = b0 ^ (~b1 & b2);
        e[16] = b1 ^ (~b2 & b3);
        e[17] = b2 ^ (~b3 & b4);
        e[18] = b3 ^ (~b4 & b0);
        e[19] = b4 ^ (~b0 & b1);

        (b0, b1, b2, b3, b4) = (RotateLeft(a[2] ^ d2, 62), RotateLeft(a[8] ^ d3, 55), RotateLeft(a[14] ^ d4, 39), RotateLeft(a[15] ^ d0, 41), RotateLeft(a[21] ^ d1, 2));
        e[20] = b0 ^ (~b1 & b2);
        e[21] = b1 ^ (~b2 & b3);
        e[22] = b2 ^ (~b3 & b4);
        e[23] = b3 ^ (~b4 & b0);
        e[24] = b4 ^ (~b0 & b1);
    }
}

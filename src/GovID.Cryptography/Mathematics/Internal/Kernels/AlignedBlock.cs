using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>Pinned memory on a cache-line boundary that the garbage collector owns; vectors are read from it by pointer.</summary>
internal sealed unsafe class AlignedBlock
{
    private const int Alignment = 64;
    private readonly byte[] _array;

    public AlignedBlock(int doubles)
    {
        _array = GC.AllocateArray<byte>(checked((doubles * sizeof(double)) + Alignment), pinned: true);
        var start = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        Pointer = (double*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        Length = doubles;
    }

    /// <summary>The first number; valid while this object is reachable.</summary>
    public double* Pointer { get; }

    public int Length { get; }

    /// <summary>Overwrites everything.</summary>
    public void Wipe() => Wipe(0, Length);

    /// <summary>Overwrites a stretch.</summary>
    public void Wipe(int from, int to) =>
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(new Span<double>(Pointer + from, to - from)));
}

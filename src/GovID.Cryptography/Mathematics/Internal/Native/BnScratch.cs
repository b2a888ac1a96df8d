using System.Numerics;
using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GovID.Cryptography.Mathematics.Internal.Native;

/// <summary>The native numbers of one thread's computation: one object owns the raw pointers, nothing else frees them.</summary>
/// <remarks>
/// A safe handle per number costs more than a short product itself. Numbers are addressed by position and hold nothing
/// between computations; whoever put a secret in calls <see cref="Wipe"/> before it returns.
/// </remarks>
internal sealed unsafe class BnScratch : CriticalFinalizerObject
{
    private const int Count = 8;
    private const int BytesOnStack = 1024;

    [ThreadStatic]
    private static BnScratch? publicNumbers;

    [ThreadStatic]
    private static BnScratch? secretNumbers;

    private readonly nint[] _numbers = new nint[Count];

    private BnScratch(bool secret)
    {
        Context = LibCrypto.Check(LibCrypto.ContextNew());
        for (int i = 0; i < Count; i++)
        {
            _numbers[i] = LibCrypto.Check(LibCrypto.New());
            if (secret) LibCrypto.SetFlags(_numbers[i], LibCrypto.FlagConstantTime);
        }
    }

    ~BnScratch()
    {
        foreach (nint number in _numbers) LibCrypto.ClearFree(number);
        LibCrypto.ContextFree(Context);
    }

    /// <summary>The calling thread's scratch for public numbers; do not keep it across an await or hand it to another thread.</summary>
    public static BnScratch Public => publicNumbers ??= new BnScratch(secret: false);

    /// <summary>The calling thread's scratch for secrets: its numbers carry the mark that makes OpenSSL take constant-time paths.</summary>
    public static BnScratch Secret => secretNumbers ??= new BnScratch(secret: true);

    /// <summary>OpenSSL's own temporaries, zeroed by it when freed.</summary>
    public nint Context { get; }

    public nint this[int position] => _numbers[position];

    /// <summary>Copies a public number into a position.</summary>
    public nint Set(int position, BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        int count = magnitude.GetByteCount(isUnsigned: true);
        Span<byte> bytes = count <= BytesOnStack ? stackalloc byte[count] : new byte[count];
        _ = magnitude.TryWriteBytes(bytes, out _, isUnsigned: true);
        nint number = Set(position, bytes);
        if (value.Sign < 0) LibCrypto.SetNegative(number, 1);
        return number;
    }

    /// <summary>Copies a magnitude, least significant byte first.</summary>
    public nint Set(int position, ReadOnlySpan<byte> littleEndian)
    {
        fixed (byte* bytes = littleEndian) LibCrypto.Check(LibCrypto.FromLittleEndian(bytes, littleEndian.Length, _numbers[position]));
        return _numbers[position];
    }

    /// <summary>Copies a number given by limbs, least significant first.</summary>
    public nint Set(int position, ReadOnlySpan<ulong> limbs, bool negative)
    {
        nint number = Set(position, MemoryMarshal.AsBytes(limbs));
        if (negative) LibCrypto.SetNegative(number, 1);
        return number;
    }

    /// <summary>Reads a public number back.</summary>
    public BigInteger Get(int position)
    {
        nint number = _numbers[position];
        int count = (LibCrypto.BitCount(number) + 7) / 8;
        Span<byte> bytes = count <= BytesOnStack ? stackalloc byte[count] : new byte[count];
        fixed (byte* pointer = bytes) _ = LibCrypto.ToLittleEndian(number, pointer, count);
        var magnitude = new BigInteger(bytes, isUnsigned: true);
        CryptographicOperations.ZeroMemory(bytes);
        return LibCrypto.IsNegative(number) == 1 ? -magnitude : magnitude;
    }

    /// <summary>Copies a magnitude out, filled up with zeros; it fits by the caller's bound.</summary>
    public void CopyTo(int position, Span<ulong> limbs)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(limbs);
        fixed (byte* pointer = bytes)
        {
            if (LibCrypto.ToLittleEndian(_numbers[position], pointer, bytes.Length) < 0)
                throw new InvalidOperationException("A native number is longer than its bound.");
        }
    }

    /// <summary>Overwrites every position; call it when a secret was among them.</summary>
    public void Wipe()
    {
        foreach (nint number in _numbers) LibCrypto.Clear(number);
    }
}

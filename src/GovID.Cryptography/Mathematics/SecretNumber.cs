using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Cryptography.Mathematics;

/// <summary>A big number that must not leak: it lives in pinned memory, is wiped when disposed, and prints nothing.</summary>
/// <remarks>
/// The magnitude has a declared length, <see cref="CapacityBits"/>, which decides how long operations take and is no secret;
/// neither is the sign. Every result is a new secret that its receiver disposes of. Sums, products and residues are computed
/// by OpenSSL on numbers marked for constant time.
/// </remarks>
public sealed class SecretNumber : IDisposable
{
    /// <summary>The longest secret: 65,536 bits.</summary>
    public const int MaximumBits = ModularContext.MaximumExponentBits;

    private const int LimbBits = 64;
    private readonly ulong[] _limbs;
    private readonly bool _isNegative;
    private bool _disposed;

    private SecretNumber(int capacityBits, bool isNegative)
    {
        if (capacityBits > MaximumBits)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A secret number must not have more than {MaximumBits} bits.");
        CapacityBits = capacityBits;
        _isNegative = isNegative;
        _limbs = GC.AllocateArray<ulong>((capacityBits + LimbBits - 1) / LimbBits, pinned: true);
    }

    /// <summary>The declared length: the magnitude is below 2^CapacityBits. It is no secret.</summary>
    public int CapacityBits { get; }

    /// <summary>Whether the number is negative. This is no secret.</summary>
    /// <exception cref="ObjectDisposedException">The number was disposed of.</exception>
    public bool IsNegative
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _isNegative;
        }
    }

    /// <summary>The magnitude, least significant limb first.</summary>
    internal ReadOnlySpan<ulong> Limbs
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _limbs;
        }
    }

    /// <summary>The memory itself, also after disposal: for the test that it was wiped.</summary>
    internal ReadOnlySpan<ulong> Memory => _limbs;

    /// <summary>Draws a uniform number below 2^bits.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: more than <see cref="MaximumBits"/> bits.</exception>
    public static SecretNumber Random(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        var number = new SecretNumber(bits, isNegative: false);
        number.Draw();
        return number;
    }

    /// <summary>Draws a uniform number in [0, limit) by rejection: no modulo bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static SecretNumber RandomBelow(BigInteger limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, BigInteger.One);
        using SecretNumber bound = From(limit);
        return RandomBelow(bound);
    }

    /// <summary>Draws a uniform number in [0, limit) for a limit that is itself secret, such as the order of an issuer's group.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static SecretNumber RandomBelow(SecretNumber limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.IsNegative || limit.Limbs.IndexOfAnyExcept(0ul) < 0)
            throw new ArgumentOutOfRangeException(nameof(limit), "The limit must be positive.");

        // How often a draw is rejected says nothing about the one that is kept.
        var number = new SecretNumber(limit.CapacityBits, isNegative: false);
        do
        {
            number.Draw();
        }
        while (!IsBelow(number._limbs, limit._limbs));

        return number;
    }

    /// <summary>Copies an unsigned number, most significant byte first; the declared length is that of the bytes. The caller wipes them.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: more than <see cref="MaximumBits"/> bits.</exception>
    public static SecretNumber FromBigEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumBits / 8)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A secret number must not have more than {MaximumBits} bits.");
        var number = new SecretNumber(bytes.Length * 8, isNegative: false);
        Span<byte> target = MemoryMarshal.AsBytes(number._limbs.AsSpan());
        for (int i = 0; i < bytes.Length; i++) target[i] = bytes[bytes.Length - 1 - i];
        return number;
    }

    /// <summary>Takes a number that is not secret itself, to compute with secrets; the declared length is its own length.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: more than <see cref="MaximumBits"/> bits.</exception>
    public static SecretNumber From(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        long bits = magnitude.GetBitLength();
        var number = new SecretNumber((int)long.Min(bits, MaximumBits + 1), value.Sign < 0);
        _ = magnitude.TryWriteBytes(MemoryMarshal.AsBytes(number._limbs.AsSpan()), out _, isUnsigned: true);
        return number;
    }

    /// <summary>Copies a magnitude whose highest limb is not zero.</summary>
    internal static SecretNumber FromLimbs(ReadOnlySpan<ulong> limbs)
    {
        var number = new SecretNumber((limbs.Length * LimbBits) - BitOperations.LeadingZeroCount(limbs[^1]), isNegative: false);
        limbs.CopyTo(number._limbs);
        return number;
    }

    /// <summary>Returns a copy with a life of its own.</summary>
    public SecretNumber Copy()
    {
        var copy = new SecretNumber(CapacityBits, IsNegative);
        Limbs.CopyTo(copy._limbs);
        return copy;
    }

    /// <summary>Returns this + other.</summary>
    public SecretNumber Add(SecretNumber other) =>
        Compute(other, (scratch, result, a, b) => LibCrypto.Add(result, a, b), c => int.Max(c.Left, c.Right) + 1);

    /// <summary>Returns this - other.</summary>
    public SecretNumber Subtract(SecretNumber other) =>
        Compute(other, (scratch, result, a, b) => LibCrypto.Subtract(result, a, b), c => int.Max(c.Left, c.Right) + 1);

    /// <summary>Returns this · other.</summary>
    public SecretNumber Multiply(SecretNumber other) =>
        Compute(other, (scratch, result, a, b) => LibCrypto.Multiply(result, a, b, scratch.Context), c => c.Left + c.Right);

    /// <summary>Returns the least non-negative residue; the modulus may be secret.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is not positive.</exception>
    public SecretNumber Modulo(SecretNumber modulus)
    {
        CheckModulus(modulus);
        return Compute(modulus, (scratch, result, a, n) => LibCrypto.Modulo(result, a, n, scratch.Context), c => c.Right);
    }

    /// <summary>Returns the inverse modulo a number that may be secret.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is not positive.</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the numbers share a factor.</exception>
    public SecretNumber InverseModulo(SecretNumber modulus)
    {
        CheckModulus(modulus);
        return Compute(modulus, Invert, c => c.Right);

        static int Invert(BnScratch scratch, nint result, nint a, nint n) =>
            LibCrypto.ModInverse(result, a, n, scratch.Context) == nint.Zero ? throw ModularContext.NotInvertible() : 1;
    }

    /// <summary>Tells in constant time whether two secrets are the same number.</summary>
    public bool IsEqualTo(SecretNumber other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ReadOnlySpan<ulong> left = Limbs, right = other.Limbs;
        ulong difference = 0;
        for (int i = 0; i < int.Max(left.Length, right.Length); i++)
            difference |= (i < left.Length ? left[i] : 0) ^ (i < right.Length ? right[i] : 0);
        return difference == 0 && IsNegative == other.IsNegative;
    }

    /// <summary>Makes the number public: for values that a protocol publishes, such as a response that a mask already hides.</summary>
    public BigInteger Reveal()
    {
        var magnitude = new BigInteger(MemoryMarshal.AsBytes(Limbs), isUnsigned: true);
        return _isNegative ? -magnitude : magnitude;
    }

    /// <summary>Writes the magnitude, most significant byte first, filled up with zeros in front; whoever owns the destination wipes it.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than the declared length.</exception>
    public void WriteBigEndian(Span<byte> destination)
    {
        ReadOnlySpan<byte> source = MemoryMarshal.AsBytes(Limbs);
        if (destination.Length < (CapacityBits + 7) / 8)
            throw new ArgumentException("The destination is shorter than the declared length.", nameof(destination));
        for (int i = 0; i < destination.Length; i++) destination[destination.Length - 1 - i] = i < source.Length ? source[i] : (byte)0;
    }

    /// <summary>Overwrites the number. Disposing twice is harmless.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_limbs.AsSpan()));
    }

    /// <summary>Returns a text that says nothing about the number.</summary>
    public override string ToString() => "[redacted]";

    private static bool IsBelow(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        // The borrow of left - right.
        ulong borrow = 0;
        for (int i = 0; i < left.Length; i++)
        {
            UInt128 difference = unchecked((UInt128)left[i] - right[i] - borrow);
            borrow = unchecked((ulong)(difference >> LimbBits)) & 1;
        }

        return borrow == 1;
    }

    private static void CheckModulus(SecretNumber modulus)
    {
        ArgumentNullException.ThrowIfNull(modulus);
        if (modulus.IsNegative || modulus.Limbs.IndexOfAnyExcept(0ul) < 0)
            throw new ArgumentOutOfRangeException(nameof(modulus), "The modulus must be positive.");
    }

    private void Draw()
    {
        RandomBytes.Fill(MemoryMarshal.AsBytes(_limbs.AsSpan()));
        int unused = (_limbs.Length * LimbBits) - CapacityBits;
        if (unused > 0) _limbs[^1] &= ulong.MaxValue >> unused;
    }

    private SecretNumber Compute(
        SecretNumber other, Func<BnScratch, nint, nint, nint, int> operation, Func<(int Left, int Right), int> capacity)
    {
        ArgumentNullException.ThrowIfNull(other);
        BnScratch scratch = BnScratch.Secret;
        try
        {
            nint a = scratch.Set(1, Limbs, IsNegative), b = scratch.Set(2, other.Limbs, other.IsNegative);
            LibCrypto.Check(operation(scratch, scratch[0], a, b));
            var result = new SecretNumber(capacity((CapacityBits, other.CapacityBits)), LibCrypto.IsNegative(scratch[0]) == 1);
            scratch.CopyTo(0, result._limbs);
            return result;
        }
        finally
        {
            scratch.Wipe();
        }
    }
}

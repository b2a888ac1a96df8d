using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>Arithmetic on 64-bit limbs with carries held in integers, so that nothing branches on a value.</summary>
internal static class Limb
{
    /// <summary>Returns the upper half of a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(ulong a, ulong b) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    /// <summary>Returns the lower half of a·b + c; the upper half goes to <paramref name="high"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, out ulong high)
    {
        unchecked
        {
            var low = (a * b) + c;
            high = High(a, b) + (low < c ? 1UL : 0UL);
            return low;
        }
    }

    /// <summary>Returns the lower half of a·b + c + d; the upper half goes to <paramref name="high"/>. It cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, ulong d, out ulong high)
    {
        unchecked
        {
            var low = (a * b) + c;
            var carry = High(a, b) + (low < c ? 1UL : 0UL);
            low += d;
            high = carry + (low < d ? 1UL : 0UL);
            return low;
        }
    }

    /// <summary>Returns a + b + carry and leaves the next carry, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ulong b, ref ulong carry)
    {
        unchecked
        {
            var sum = a + b;
            var next = sum < b ? 1UL : 0UL;
            sum += carry;
            carry = next | (sum < carry ? 1UL : 0UL);
            return sum;
        }
    }

    /// <summary>Returns a − b − borrow and leaves the next borrow, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(ulong a, ulong b, ref ulong borrow)
    {
        unchecked
        {
            var difference = a - b;
            var next = a < b ? 1UL : 0UL;
            var result = difference - borrow;
            borrow = next | (difference < borrow ? 1UL : 0UL);
            return result;
        }
    }
}

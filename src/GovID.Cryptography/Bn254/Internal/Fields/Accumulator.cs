using System.Runtime.CompilerServices;

namespace GovID.Cryptography.Bn254.Internal.Fields;

/// <summary>
/// A running sum of products Σ aₖ·bₖ under Montgomery reduction modulo p, one limb of every bₖ at a time: the reduction is paid once
/// for the whole sum. With n products of factors below p the value stays below (n+1)·p; 2²⁵⁶ is 6.89·p, so up to five products fit in
/// four limbs, and a sixth needs the overflow that <see cref="Reduce(ulong, ref ulong)"/> keeps.
/// </summary>
internal struct Accumulator
{
    private ulong _t0;
    private ulong _t1;
    private ulong _t2;
    private ulong _t3;

    /// <summary>Adds a·limb and returns what goes beyond four limbs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AddProduct(in Fp a, ulong limb)
    {
        _t0 = Limb.MultiplyAdd(a.L0, limb, _t0, out var carry);
        _t1 = Limb.MultiplyAdd(a.L1, limb, _t1, carry, out carry);
        _t2 = Limb.MultiplyAdd(a.L2, limb, _t2, carry, out carry);
        _t3 = Limb.MultiplyAdd(a.L3, limb, _t3, carry, out carry);
        return carry;
    }

    /// <summary>Makes the lowest limb zero by adding a multiple of p, and drops it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reduce(ulong top)
    {
        var overflow = 0UL;
        Reduce(top, ref overflow);
    }

    /// <summary>As <see cref="Reduce(ulong)"/>, for sums that may reach 2²⁵⁶: takes and leaves the bit beyond four limbs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reduce(ulong top, ref ulong overflow)
    {
        unchecked
        {
            var m = _t0 * Fp.NegativeInverse;
            var carry = Limb.High(m, Fp.P0) + (_t0 != 0 ? 1UL : 0UL); // the low halves add to 0 or to 2⁶⁴
            _t0 = Limb.MultiplyAdd(m, Fp.P1, _t1, carry, out carry);
            _t1 = Limb.MultiplyAdd(m, Fp.P2, _t2, carry, out carry);
            _t2 = Limb.MultiplyAdd(m, Fp.P3, _t3, carry, out carry);
            top += overflow;
            _t3 = top + carry;
            overflow = _t3 < carry ? 1UL : 0UL;
        }
    }

    /// <summary>Returns the value, which must be below 2p, reduced below p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Fp ToElement() => Fp.ReduceOnce(_t0, _t1, _t2, _t3);
}

using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>A number of a key that is raised to powers, with its tables: one for public exponents, and one for each usual length of secret ones.</summary>
internal sealed class TabledNumber
{
    private readonly ModularContext _context;
    private readonly BigInteger _value;
    private readonly TableShare _share;
    private readonly TableSlot _open;
    private readonly TableSlot[] _secret;

    /// <summary>Prepares a base.</summary>
    /// <param name="context">The modulus.</param>
    /// <param name="value">The base.</param>
    /// <param name="share">The memory for its tables.</param>
    /// <param name="open">The table for public exponents.</param>
    /// <param name="secret">The tables for secret exponents, shortest first: a declared length is no secret, and a shorter table is a faster one.</param>
    public TabledNumber(ModularContext context, BigInteger value, TableShare share, TableSize open, params ReadOnlySpan<TableSize> secret)
    {
        (_context, _value, _share) = (context, value, share);
        _open = new TableSlot(open, forSecrets: false);
        _secret = new TableSlot[secret.Length];
        for (var i = 0; i < secret.Length; i++)
            _secret[i] = new TableSlot(secret[i], forSecrets: true);
    }

    public PowerTerm Pow(BigInteger exponent) =>
        BigInteger.Abs(exponent).GetBitLength() <= _open.Bits && _open.Find(_context, _value, _share) is { } table
            ? new PowerTerm(table, exponent)
            : new PowerTerm(_value, exponent);

    public SecretPowerTerm PowSecret(SecretNumber exponent)
    {
        foreach (var slot in _secret)
        {
            if (exponent.CapacityBits > slot.Bits)
                continue;
            return slot.Find(_context, _value, _share) is { } table ? new SecretPowerTerm(table, exponent) : new SecretPowerTerm(_value, exponent);
        }

        return new SecretPowerTerm(_value, exponent);
    }
}

using System.Numerics;

namespace GovID.Cryptography.Mathematics;

/// <summary>One factor of a product of powers with secret exponents.</summary>
public readonly record struct SecretPowerTerm
{
    /// <summary>Makes a factor of any base.</summary>
    /// <param name="base">The base, which is public; it is reduced modulo the context's modulus.</param>
    /// <param name="exponent">The exponent; its declared length and its sign are not hidden.</param>
    public SecretPowerTerm(BigInteger @base, SecretNumber exponent) => (Base, Exponent) = (@base, exponent);

    /// <summary>Makes a factor whose base has a table.</summary>
    /// <param name="table">The table of the base.</param>
    /// <param name="exponent">The exponent; one declared longer than the table is computed without it.</param>
    public SecretPowerTerm(FixedBaseTable table, SecretNumber exponent)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Base, Table, Exponent) = (table.Base, table, exponent);
    }

    /// <summary>The base.</summary>
    public BigInteger Base { get; }

    /// <summary>The exponent; the term does not own it.</summary>
    public SecretNumber Exponent { get; }

    /// <summary>The table of the base, if there is one.</summary>
    public FixedBaseTable? Table { get; }
}

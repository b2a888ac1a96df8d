using System.Numerics;

namespace GovID.Cryptography.Mathematics;

/// <summary>One factor of a product of powers with public exponents: a base, or a table of one, and an exponent of either sign.</summary>
public readonly record struct PowerTerm
{
    /// <summary>Makes a factor of any base.</summary>
    /// <param name="base">The base; it is reduced modulo the context's modulus.</param>
    /// <param name="exponent">The exponent; a negative one raises the inverse of the base.</param>
    public PowerTerm(BigInteger @base, BigInteger exponent) => (Base, Exponent) = (@base, exponent);

    /// <summary>Makes a factor whose base has a table.</summary>
    /// <param name="table">The table of the base.</param>
    /// <param name="exponent">The exponent; one longer than the table is computed without it.</param>
    public PowerTerm(FixedBaseTable table, BigInteger exponent)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Base, Table, Exponent) = (table.Base, table, exponent);
    }

    /// <summary>The base.</summary>
    public BigInteger Base { get; }

    /// <summary>The exponent.</summary>
    public BigInteger Exponent { get; }

    /// <summary>The table of the base, if there is one.</summary>
    public FixedBaseTable? Table { get; }
}

using System.Security.Cryptography;

namespace GovID.Cryptography;

/// <summary>Comparisons whose time says nothing about where two secrets differ.</summary>
public static class ConstantTime
{
    /// <summary>Tells whether both spans hold the same bytes, in time that depends on their lengths only.</summary>
    /// <returns>False at once when the lengths differ: a length is not a secret.</returns>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        CryptographicOperations.FixedTimeEquals(left, right);
}

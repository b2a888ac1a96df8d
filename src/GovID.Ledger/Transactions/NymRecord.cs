using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>An identifier as the domain state holds it (specification 11.1).</summary>
public sealed class NymRecord
{
    private NymRecord(LedgerMap value) => Value = value;

    /// <summary>Gets the stored object.</summary>
    public LedgerMap Value { get; }

    /// <summary>Gets who wrote it first; null for the first trustee.</summary>
    public string? Creator => Value.FindText("identifier")?.Value;

    /// <summary>Gets the role's number; null where it has none.</summary>
    public string? Role => Value.FindText("role")?.Value;

    /// <summary>Gets the verification key as it was submitted; null where it has none.</summary>
    public string? Verkey => Value.FindText("verkey")?.Value;

    /// <summary>Reads the stored value.</summary>
    /// <param name="stateValue">The bytes in the state.</param>
    /// <returns>The record.</returns>
    /// <exception cref="LedgerException">The bytes are no such value.</exception>
    public static NymRecord Parse(ReadOnlySpan<byte> stateValue) => new(LedgerMap.Parse(stateValue));

    /// <summary>Says who owns the identifier: itself once it has a key, else its creator.</summary>
    /// <param name="did">The identifier.</param>
    /// <returns>The owner; null where there is none.</returns>
    public string? OwnerOf(string did) => Verkey is null ? Creator : did;
}

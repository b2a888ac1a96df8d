using GovID.Ledger.State;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>What the state must say for a reply to be true, or why no state can say it.</summary>
/// <param name="Key">The state key.</param>
/// <param name="Value">The stored value, or null where the key must be absent.</param>
/// <param name="Fault">The reason when nothing can be expected.</param>
/// <param name="Detail">One sentence about it.</param>
internal sealed record Expectation(byte[] Key, byte[]? Value, StateProofFault? Fault = null, string Detail = "")
{
    public static Expectation Refused(StateProofFault fault, string detail) => new([], null, fault, detail);

    public static Expectation Malformed(string detail) => Refused(StateProofFault.MalformedResult, detail);
}

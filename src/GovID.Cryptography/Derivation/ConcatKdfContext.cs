namespace GovID.Cryptography.Derivation;

/// <summary>What binds a derived key to its use: the fields of OtherInfo (RFC 7518 section 4.6.2).</summary>
/// <param name="Algorithm">AlgorithmID: the value of <c>enc</c> for direct agreement, of <c>alg</c> with key wrapping. ASCII.</param>
public sealed record ConcatKdfContext(string Algorithm)
{
    /// <summary>PartyUInfo: the decoded header member <c>apu</c>; empty when absent.</summary>
    public ReadOnlyMemory<byte> PartyU { get; init; }

    /// <summary>PartyVInfo: the decoded header member <c>apv</c>; empty when absent.</summary>
    public ReadOnlyMemory<byte> PartyV { get; init; }

    /// <summary>The tag of the content, which ECDH-1PU with key wrapping binds as well (draft-madden-jose-ecdh-1pu-04 section 2.3); null otherwise.</summary>
    public ReadOnlyMemory<byte>? Tag { get; init; }
}

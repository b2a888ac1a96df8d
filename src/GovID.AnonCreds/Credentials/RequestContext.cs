using GovID.Cryptography;

namespace GovID.AnonCreds.Credentials;

/// <summary>What a holder puts into the credential context (specification 4.6, 6.1): entropy, or with legacy identifiers its DID.</summary>
public sealed record RequestContext
{
    private const int EntropyBytes = 16;

    private RequestContext(string? entropy, string? proverDid) => (Entropy, ProverDid) = (entropy, proverDid);

    /// <summary>The entropy, or null.</summary>
    public string? Entropy { get; }

    /// <summary>The holder's DID, or null.</summary>
    public string? ProverDid { get; }

    /// <summary>Fresh entropy of 128 bits as hexadecimal text.</summary>
    public static RequestContext Create() => new(Convert.ToHexStringLower(RandomBytes.Get(EntropyBytes)), null);

    /// <summary>Entropy of the caller's, 1 to 256 characters.</summary>
    public static RequestContext OfEntropy(string entropy) => new(entropy, null);

    /// <summary>The holder's DID; only for credential definitions with a legacy identifier.</summary>
    public static RequestContext OfProverDid(string did) => new(null, did);
}

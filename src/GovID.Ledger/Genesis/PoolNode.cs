using GovID.Cryptography.Bls;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Operations;

namespace GovID.Ledger.Genesis;

/// <summary>A node as all its NODE transactions together describe it (specification 2.2).</summary>
public sealed record PoolNode
{
    /// <summary>Gets the name; its participant name in multi-signatures.</summary>
    public required string Alias { get; init; }

    /// <summary>Gets the Ed25519 key in base58 that identifies the node for ever.</summary>
    public required string Dest { get; init; }

    /// <summary>Gets the same key.</summary>
    public required PublicKey Verkey { get; init; }

    /// <summary>Gets the steward that owns the node.</summary>
    public required LedgerDid Steward { get; init; }

    /// <summary>Gets where other nodes connect.</summary>
    public required NetworkEndpoint NodeAddress { get; init; }

    /// <summary>Gets where clients connect.</summary>
    public required NetworkEndpoint ClientAddress { get; init; }

    /// <summary>Gets the services; <c>VALIDATOR</c> for a node that takes part.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Gets the BLS key in base58; a node without one can be reached but cannot take part in multi-signatures.</summary>
    public string? BlsKey { get; init; }

    /// <summary>Gets the proof of possession of the BLS key in base58; optional in a genesis file.</summary>
    public string? BlsKeyProof { get; init; }

    /// <summary>Gets a value indicating whether the node takes part.</summary>
    public bool IsActive => Services.Contains(Node.Validator);

    /// <summary>Gets the X25519 key of the node's sockets, which follows from <see cref="Verkey"/> (specification 2.4).</summary>
    public PublicKey TransportKey => Verkey.ToX25519();

    /// <summary>Judges the BLS key and its proof of possession (specification 10.5); takes a few milliseconds.</summary>
    /// <returns>What a client may expect of the node in multi-signatures.</returns>
    public BlsKeyVerdict CheckBlsKey()
    {
        if (BlsKey is null)
            return BlsKeyVerdict.Absent;
        if (!BlsPublicKey.TryParse(BlsKey, out var key))
            return BlsKeyVerdict.Invalid;
        if (BlsKeyProof is null)
            return BlsKeyVerdict.Unproven;
        return BlsSignature.TryParse(BlsKeyProof, out var proof) && key.VerifyPossession(proof) ? BlsKeyVerdict.Proven : BlsKeyVerdict.WrongProof;
    }
}

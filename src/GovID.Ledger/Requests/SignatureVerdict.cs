using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Requests;

/// <summary>What checking the signatures of a request came to (specification 6.1, 6.4).</summary>
public abstract record SignatureVerdict
{
    private SignatureVerdict()
    {
    }

    /// <summary>Every signature is valid.</summary>
    /// <param name="Signers">The signers in the order of the request.</param>
    public sealed record Accepted(IReadOnlyList<LedgerDid> Signers) : SignatureVerdict;

    /// <summary>The request carries no signature.</summary>
    public sealed record Missing : SignatureVerdict;

    /// <summary>The endorser is named but is not among the signers.</summary>
    /// <param name="Endorser">The endorser.</param>
    public sealed record EndorserMissing(LedgerDid Endorser) : SignatureVerdict;

    /// <summary>Nobody knows a key for this signer.</summary>
    /// <param name="Signer">The signer.</param>
    public sealed record UnknownSigner(LedgerDid Signer) : SignatureVerdict;

    /// <summary>A signature is no base58 text.</summary>
    /// <param name="Signer">The signer.</param>
    /// <param name="Signature">The text.</param>
    public sealed record NotBase58(LedgerDid Signer, string Signature) : SignatureVerdict;

    /// <summary>At least one signature does not fit its key and text.</summary>
    /// <param name="Valid">How many are valid.</param>
    /// <param name="Wrong">Signers and signatures that are not.</param>
    public sealed record Rejected(int Valid, IReadOnlyList<KeyValuePair<LedgerDid, string>> Wrong) : SignatureVerdict;
}

using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal.W3c;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.W3c;

/// <summary>What a presentation shows of one credential (specification 11).</summary>
public sealed class W3cDerivedCredential
{
    private readonly VerifiableCredential _document;

    internal W3cDerivedCredential(VerifiableCredential document, string path)
    {
        Version = document.Validate(path);
        _document = document;
        (Identifiers, Proof) = DerivedProofValue.Read(document.Proofs.Own.Value);
        DocumentRules.Require(
            document.Proofs.Own.VerificationMethod == Identifiers.CredentialDefinitionId.Value,
            $"{path}.proof.verificationMethod",
            "it is the credential definition of the proof");
    }

    /// <summary>The version of the data model.</summary>
    public W3cVersion Version { get; }

    /// <summary>Who issued the credential, as the document says; the verifier checks it.</summary>
    public IssuerId Issuer => _document.Issuer;

    /// <summary>The issuance date (1.1) or the beginning of validity (2.0) as written. Nothing proves it.</summary>
    public string? Date => _document.Date;

    /// <summary>The values shown and the attributes about which a predicate is proved, by attribute name.</summary>
    public IReadOnlyDictionary<string, W3cValue> Subject => _document.Subject;

    /// <summary>The public objects behind the credential.</summary>
    public CredentialIdentifiers Identifiers { get; }

    internal SubProof Proof { get; }

    /// <summary>Returns <c>[redacted]</c>: the subject holds personal values.</summary>
    public override string ToString() => "[redacted]";
}

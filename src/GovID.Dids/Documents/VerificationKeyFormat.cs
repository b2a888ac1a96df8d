namespace GovID.Dids.Documents;

/// <summary>How a key is written into a verification method.</summary>
public enum VerificationKeyFormat
{
    /// <summary>
    /// What deployed agents read and write: <c>Ed25519VerificationKey2018</c> and <c>X25519KeyAgreementKey2019</c> with
    /// <c>publicKeyBase58</c>; <c>JsonWebKey2020</c> for the other curves.
    /// </summary>
    Deployed,

    /// <summary><c>Multikey</c> with <c>publicKeyMultibase</c> (Controlled Identifiers 1.0, 2.2.2).</summary>
    Multikey,

    /// <summary><c>JsonWebKey2020</c> with <c>publicKeyJwk</c>.</summary>
    JsonWebKey2020,

    /// <summary>
    /// <c>Ed25519VerificationKey2020</c> and <c>X25519KeyAgreementKey2020</c> with <c>publicKeyMultibase</c>;
    /// <c>Multikey</c> for the other curves.
    /// </summary>
    Suite2020,
}

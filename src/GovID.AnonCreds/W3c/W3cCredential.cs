using System.Text.Json;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.W3c;

namespace GovID.AnonCreds.W3c;

/// <summary>
/// A credential in W3C form, as issued or as a holder keeps it (specification 11). Raw values that are 32-bit integers become numbers, so that
/// their spelling is lost; the encoded values, which are what is signed, are the same in both forms.
/// </summary>
public sealed class W3cCredential
{
    private readonly VerifiableCredential _document;
    private readonly Credential _content;

    private W3cCredential(VerifiableCredential document)
    {
        Version = document.Validate("$");
        _document = document;
        _content = SignatureProofValue.Read(document.Proofs.Own.Value, Values(document.Subject));
        _content.Validate();
        DocumentRules.Require(
            document.Proofs.Own.VerificationMethod == _content.CredentialDefinitionId.Value,
            "$.proof.verificationMethod",
            "it is the credential definition of the proof");
    }

    /// <summary>The version of the data model.</summary>
    public W3cVersion Version { get; }

    /// <summary>The identifier of the document, or null.</summary>
    public string? Id => _document.Id;

    /// <summary>Who issued it.</summary>
    public IssuerId Issuer => _document.Issuer;

    /// <summary>The issuance date (1.1) or the beginning of validity (2.0) as written; null where there is none.</summary>
    public string? Date => _document.Date;

    /// <summary>The values by attribute name, spelled as the issuer does.</summary>
    public IReadOnlyDictionary<string, W3cValue> Subject => _document.Subject;

    /// <summary>Reads and checks a credential; whether its signature holds is for <see cref="Holder.Process"/> to say.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static W3cCredential Parse(ReadOnlySpan<byte> utf8) =>
        new(StrictJson.Parse(utf8, AnonCredsJson.Default.VerifiableCredential, Credential.MaximumBytes));

    /// <summary>Writes an issued credential in W3C form.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="issuer">The issuer of its credential definition.</param>
    /// <param name="form">The version and date.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: an encoded value is not the encoding of its raw one, which this form does not carry.
    /// </exception>
    public static W3cCredential Of(IssuedCredential credential, IssuerId issuer, W3cForm form)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Of(credential.Content, issuer, form);
    }

    /// <summary>Writes a held credential in W3C form.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="issuer">The issuer of its credential definition.</param>
    /// <param name="form">The version and date.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: an encoded value is not the encoding of its raw one, which this form does not carry.
    /// </exception>
    public static W3cCredential Of(HeldCredential credential, IssuerId issuer, W3cForm form)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Of(credential.Content, issuer, form);
    }

    /// <summary>The legacy form of a credential that came from an issuer, for <see cref="Holder.Process"/>.</summary>
    /// <param name="definition">The credential definition, whose issuer must be the one that the document names.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the document names another issuer.</exception>
    public IssuedCredential ToIssued(CredentialDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        DocumentRules.Require(Issuer == definition.IssuerId, "$.issuer", "it is the issuer of the credential definition");
        return new IssuedCredential(_content);
    }

    /// <summary>The legacy form of a credential that the holder had processed before it wrote it in this form.</summary>
    public HeldCredential ToHeld() => new(_content);

    /// <summary>The same document with what processing made of its proof.</summary>
    /// <param name="held">What <see cref="Holder.Process"/> returned for <see cref="ToIssued"/>.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: it is another credential.</exception>
    public W3cCredential With(HeldCredential held)
    {
        ArgumentNullException.ThrowIfNull(held);
        var same = held.Content.CredentialDefinitionId == _content.CredentialDefinitionId
            && held.Content.Values.Count == _content.Values.Count
            && held.Content.Values.All(pair => _content.Values.TryGetValue(pair.Key, out var value) && value == pair.Value);
        DocumentRules.Require(same, "$.credentialSubject", "the processed credential is another one");
        var own = _document.Proofs.Own with { Value = SignatureProofValue.Write(held.Content) };
        return new W3cCredential(_document with { Proofs = _document.Proofs with { Own = own } });
    }

    /// <summary>The credential as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(_document, AnonCredsJson.Default.VerifiableCredential);

    /// <summary>Returns <c>[redacted]</c>: a credential holds personal values.</summary>
    public override string ToString() => "[redacted]";

    private static W3cCredential Of(Credential credential, IssuerId issuer, W3cForm form)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(form);
        DocumentRules.Require(
            credential.Values.Values.All(value => value.Encoded == AttributeEncoding.Encode(value.Raw)),
            "$.values",
            "an encoded value is not the encoding of its raw one");
        var proof = DataIntegrityProof.Of(
            DataIntegrityProof.AssertionMethod, credential.CredentialDefinitionId.Value, SignatureProofValue.Write(credential));
        var subject = credential.Values.ToDictionary(pair => pair.Key, pair => W3cValue.Of(pair.Value.Raw), StringComparer.Ordinal);
        return new W3cCredential(VerifiableCredential.Of(form, issuer, subject, new DocumentProofs(proof, AsArray: true)));
    }

    private static Dictionary<string, AttributeValue> Values(IReadOnlyDictionary<string, W3cValue> subject)
    {
        DocumentRules.Require(subject.Values.All(value => value.Raw is not null), "$.credentialSubject", "only a presentation says 'true' of an attribute");
        return subject.ToDictionary(pair => pair.Key, pair => AttributeValue.Of(pair.Value.Raw!), StringComparer.Ordinal);
    }
}

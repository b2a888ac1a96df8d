using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Writes a proof as derived credentials (specification 11).</summary>
internal sealed class PresentationDocument(PresentationRequest request, IReadOnlyList<CredentialToPresent> credentials, W3cForm form)
{
    /// <summary>Refuses values that this form cannot carry, before anything is computed.</summary>
    public void Check()
    {
        if (credentials.Count == 0)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, "The choice is refused at credentials: present at least one.", "$.credentials");
        foreach (var (name, value) in credentials.SelectMany(Shown))
        {
            if (value.Encoded.StartsWith('-'))
                throw new AnonCredsException(AnonCredsErrorCode.CannotPresent, "A negative value cannot be shown in W3C form; prove a predicate.", $"$.{name}");
            if (value.Encoded != AttributeEncoding.Encode(value.Raw))
                throw new AnonCredsException(AnonCredsErrorCode.CannotPresent, "The encoded value is not the encoding of the raw one.", $"$.{name}");
        }
    }

    public W3cPresentation Write(PresentationProof proof, IReadOnlyList<CredentialIdentifiers> identifiers)
    {
        var derived = credentials.Select((credential, i) => VerifiableCredential.Of(
            form, credential.Definition.IssuerId, Subject(credential), Proof(identifiers[i], proof.SubProofs[i]))).ToList();
        var aggregated = DataIntegrityProof.Of(
            DataIntegrityProof.Authentication,
            identifiers[^1].CredentialDefinitionId.Value,
            AggregatedProofValue.Write(proof.Aggregated),
            request.Nonce.Text);
        return new W3cPresentation(new VerifiablePresentation
        {
            Context = DocumentRules.Contexts(form.Version),
            Types = [VerifiablePresentation.RequiredType],
            Credentials = derived,
            Proofs = new DocumentProofs(aggregated, AsArray: false),
        });
    }

    private static DocumentProofs Proof(CredentialIdentifiers identifiers, SubProof proof) => new(
        DataIntegrityProof.Of(
            DataIntegrityProof.AssertionMethod, identifiers.CredentialDefinitionId.Value, DerivedProofValue.Write(identifiers, proof)),
        AsArray: false);

    private Dictionary<string, W3cValue> Subject(CredentialToPresent credential)
    {
        var subject = Shown(credential).ToDictionary(pair => pair.Key, pair => W3cValue.Of(pair.Value.Raw), StringComparer.Ordinal);
        var proven = credential.Predicates.Select(referent => AttributeName.Normalize(request.RequestedPredicates[referent].Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in credential.Credential.Content.Values.Keys.Where(name => proven.Contains(AttributeName.Normalize(name))))
            subject[name] = new W3cValue.Proven();
        return subject;
    }

    /// <summary>The values shown, by the name that the credential has for them.</summary>
    private IEnumerable<KeyValuePair<string, AttributeValue>> Shown(CredentialToPresent credential)
    {
        var shown = credential.Attributes.Where(pair => pair.Value)
            .SelectMany(pair => request.RequestedAttributes[pair.Key].AllNames)
            .Select(AttributeName.Normalize)
            .ToHashSet(StringComparer.Ordinal);
        return credential.Credential.Content.Values.Where(pair => shown.Contains(AttributeName.Normalize(pair.Key)));
    }
}

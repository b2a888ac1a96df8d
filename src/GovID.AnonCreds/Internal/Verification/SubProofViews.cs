using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Finds the public objects of each sub-proof and the referents that it answers (specification 9.5 step 8).</summary>
internal static class SubProofViews
{
    /// <summary>Builds the views; a verdict instead when an object is missing or does not fit.</summary>
    public static PresentationVerdict? Build(
        Presentation presentation, PresentationRequest request, VerificationObjects objects, out IReadOnlyList<SubProofView> views)
    {
        var built = new List<SubProofView>(presentation.Identifiers.Count);
        views = built;
        for (var index = 0; index < presentation.Identifiers.Count; index++)
        {
            var identifiers = presentation.Identifiers[index];
            if (Find(index, identifiers, objects, out var schema, out var definition) is { } refusal)
                return refusal;
            built.Add(new SubProofView
            {
                Index = index,
                Proof = presentation.Proof.SubProofs[index],
                Identifiers = identifiers,
                Schema = schema!,
                Definition = definition!,
                Attributes = [.. Attributes(presentation.RequestedProof, request, index)],
                Predicates = [.. Predicates(presentation.RequestedProof, request, index)],
            });
        }

        return null;
    }

    /// <summary>The schema and the definition; a verdict instead when one is missing or they do not fit.</summary>
    public static PresentationVerdict? Find(
        int index, CredentialIdentifiers identifiers, VerificationObjects objects, out Schema? schema, out CredentialDefinition? definition)
    {
        var where = $"sub-proof {index}";
        definition = null;
        if (!objects.Schemas.TryGetValue(identifiers.SchemaId, out schema))
            return new PresentationVerdict.NotEvaluated(PresentationCheck.Objects, where, identifiers.SchemaId.Value);
        if (!objects.CredentialDefinitions.TryGetValue(identifiers.CredentialDefinitionId, out definition))
            return new PresentationVerdict.NotEvaluated(PresentationCheck.Objects, where, identifiers.CredentialDefinitionId.Value);
        if (definition.SchemaId != identifiers.SchemaId)
            return No(PresentationCheck.ObjectsFit, where, "the credential definition is of another schema");
        var bases = definition.Value.Primary.R.Keys.Where(name => name != AttributeName.LinkSecret);
        return schema.NormalNames().ToHashSet(StringComparer.Ordinal).SetEquals(bases)
            ? null
            : No(PresentationCheck.ObjectsFit, where, "the credential definition has other attributes than the schema");
    }

    private static IEnumerable<AnsweredAttribute> Attributes(RequestedProof answer, PresentationRequest request, int index)
    {
        foreach (var (referent, shown) in answer.RevealedAttributes.Where(pair => pair.Value.SubProofIndex == index))
        {
            var requested = request.RequestedAttributes[referent];
            var value = new Dictionary<string, AttributeValue> { [requested.Name!] = new(shown.Raw, shown.Encoded) };
            yield return new AnsweredAttribute(referent, requested, value);
        }

        foreach (var (referent, shown) in answer.RevealedAttributeGroups?.Where(pair => pair.Value.SubProofIndex == index) ?? [])
            yield return new AnsweredAttribute(referent, request.RequestedAttributes[referent], shown.Values);
        foreach (var (referent, _) in answer.UnrevealedAttributes.Where(pair => pair.Value.SubProofIndex == index))
            yield return new AnsweredAttribute(referent, request.RequestedAttributes[referent], null);
    }

    private static IEnumerable<RequestedPredicate> Predicates(RequestedProof answer, PresentationRequest request, int index) =>
        answer.Predicates.Where(pair => pair.Value.SubProofIndex == index).Select(pair => request.RequestedPredicates[pair.Key]);
}

using GovID.AnonCreds.Presentations;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Which referent is answered where (specification 9.5 steps 2 to 4).</summary>
internal static class ReferentChecks
{
    public static PresentationVerdict? Check(Presentation presentation, PresentationRequest request) =>
        CheckCounts(presentation)
        ?? CheckIndices(presentation)
        ?? CheckAttributeReferents(presentation.RequestedProof, request)
        ?? CheckPredicateReferents(presentation.RequestedProof, request)
        ?? CheckSelfAttested(presentation.RequestedProof, request);

    private static PresentationVerdict.Rejected? CheckCounts(Presentation presentation)
    {
        var proofs = presentation.Proof.SubProofs;
        if (proofs.Count != presentation.Identifiers.Count)
            return No(PresentationCheck.SubProofCount, null, $"there are {proofs.Count} sub-proofs for {presentation.Identifiers.Count} identifiers");
        if (proofs.Count > Presentation.MaximumSubProofs)
            return No(PresentationCheck.SubProofCount, null, $"there are more than {Presentation.MaximumSubProofs} sub-proofs");
        return proofs.Any(proof => proof.Primary.Predicates.Count > Presentation.MaximumPredicates)
            ? No(PresentationCheck.SubProofCount, null, $"a sub-proof has more than {Presentation.MaximumPredicates} predicates")
            : null;
    }

    private static PresentationVerdict? CheckIndices(Presentation presentation)
    {
        var requested = presentation.RequestedProof;
        var indices = requested.RevealedAttributes.Select(pair => (pair.Key, pair.Value.SubProofIndex))
            .Concat((requested.RevealedAttributeGroups ?? Empty).Select(pair => (pair.Key, pair.Value.SubProofIndex)))
            .Concat(requested.UnrevealedAttributes.Select(pair => (pair.Key, pair.Value.SubProofIndex)))
            .Concat(requested.Predicates.Select(pair => (pair.Key, pair.Value.SubProofIndex)));
        return First(indices, answer => answer.SubProofIndex >= 0 && answer.SubProofIndex < presentation.Identifiers.Count
            ? null
            : No(PresentationCheck.SubProofIndex, answer.Key, "there is no sub-proof with this index"));
    }

    /// <summary>The four maps are disjoint, together they are what was asked for, and each referent is in a map of its kind.</summary>
    private static PresentationVerdict? CheckAttributeReferents(RequestedProof answer, PresentationRequest request)
    {
        IEnumerable<string> groups = (answer.RevealedAttributeGroups ?? Empty).Keys;
        var single = answer.RevealedAttributes.Keys.Concat(answer.UnrevealedAttributes.Keys);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var referent in single.Concat(groups).Concat(answer.SelfAttestedAttributes.Keys))
        {
            if (!request.RequestedAttributes.ContainsKey(referent))
                return No(PresentationCheck.Referents, referent, "the request does not ask for this attribute");
            if (!seen.Add(referent))
                return No(PresentationCheck.Referents, referent, "the attribute is answered twice");
        }

        return First(request.RequestedAttributes, pair => CheckForm(pair.Key, pair.Value, seen, answer));
    }

    private static PresentationVerdict.Rejected? CheckForm(
        string referent, RequestedAttribute requested, HashSet<string> answered, RequestedProof answer)
    {
        if (!answered.Contains(referent))
            return No(PresentationCheck.Referents, referent, "the attribute is not answered");
        var asGroup = answer.RevealedAttributeGroups?.ContainsKey(referent) == true;
        var selfAttested = answer.SelfAttestedAttributes.ContainsKey(referent);
        return selfAttested || asGroup == requested.Names is not null
            ? null
            : No(PresentationCheck.Referents, referent, "a group is answered as a group, a single attribute as a single one");
    }

    private static PresentationVerdict? CheckPredicateReferents(RequestedProof answer, PresentationRequest request) =>
        First(request.RequestedPredicates.Keys, referent => answer.Predicates.ContainsKey(referent)
            ? null
            : No(PresentationCheck.Referents, referent, "the predicate is not answered"))
        ?? First(answer.Predicates.Keys, referent => request.RequestedPredicates.ContainsKey(referent)
            ? null
            : No(PresentationCheck.Referents, referent, "the request does not ask for this predicate"));

    private static PresentationVerdict? CheckSelfAttested(RequestedProof answer, PresentationRequest request) =>
        First(answer.SelfAttestedAttributes.Keys, referent => request.RequestedAttributes[referent].Restrictions is null or { IsEmpty: true }
            ? null
            : No(PresentationCheck.SelfAttested, referent, "the request asks for a credential here"));

    private static Dictionary<string, RevealedAttributeGroup> Empty { get; } = [];
}

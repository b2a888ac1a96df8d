using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>
/// Finds the derived credentials that answer each part of a request (specification 11). The form names no referents, so that every credential
/// that satisfies one counts as an answer to it; what a credential shows beyond what it answers is refused later.
/// </summary>
internal sealed class DerivedMatching(
    IReadOnlyList<DerivedCredential> credentials, PresentationRequest request, VerificationObjects objects, bool acceptUndecidable)
{
    private readonly List<AnsweredAttribute>[] _attributes = [.. credentials.Select(_ => new List<AnsweredAttribute>())];
    private readonly List<RequestedPredicate>[] _predicates = [.. credentials.Select(_ => new List<RequestedPredicate>())];

    /// <summary>The views with what each answers; a verdict instead when something is not answered.</summary>
    public PresentationVerdict? Match(out IReadOnlyList<SubProofView> views)
    {
        var refusal = First(request.RequestedAttributes, pair => MatchAttribute(pair.Key, pair.Value))
            ?? First(request.RequestedPredicates, pair => MatchPredicate(pair.Key, pair.Value));
        views = [.. credentials.Select((credential, i) => credential.View with { Attributes = _attributes[i], Predicates = _predicates[i] })];
        return refusal;
    }

    private PresentationVerdict.Rejected? MatchAttribute(string referent, RequestedAttribute requested)
    {
        var showing = credentials.Where(credential => credential.FindValues(requested) is not null).ToList();
        var accepted = Restricted(showing, requested.Restrictions);
        var candidates = showing.Concat(credentials.Where(credential => credential.Hides(requested))).ToList();
        if (accepted.Count == 0)
            accepted = Restricted(candidates, requested.Restrictions);
        var answers = Timely(accepted, requested.NonRevoked);
        foreach (var credential in answers)
            _attributes[credential.View.Index].Add(new AnsweredAttribute(referent, requested, credential.FindValues(requested)));
        return Refuse(referent, candidates, accepted, answers);
    }

    private PresentationVerdict.Rejected? MatchPredicate(string referent, RequestedPredicate requested)
    {
        var candidates = credentials.Where(credential => credential.Proves(requested)).ToList();
        var accepted = Restricted(candidates, requested.Restrictions);
        var answers = Timely(accepted, requested.NonRevoked);
        foreach (var credential in answers)
            _predicates[credential.View.Index].Add(requested);
        return Refuse(referent, candidates, accepted, answers);
    }

    private List<DerivedCredential> Restricted(List<DerivedCredential> candidates, Restriction? restriction) =>
        candidates.FindAll(credential => credential.Satisfies(restriction, acceptUndecidable));

    /// <summary>Each part of the request with its own interval, or that of the request.</summary>
    private List<DerivedCredential> Timely(List<DerivedCredential> candidates, NonRevokedInterval? own) =>
        candidates.FindAll(credential => NonRevocationChecks.Satisfies(credential.View, own ?? request.NonRevoked, objects));

    private static PresentationVerdict.Rejected? Refuse(
        string referent, List<DerivedCredential> candidates, List<DerivedCredential> accepted, List<DerivedCredential> answers)
    {
        if (answers.Count > 0)
            return null;
        if (accepted.Count > 0)
            return No(PresentationCheck.NonRevocationInterval, referent, "no credential proves non-revocation at a time inside the interval");
        return candidates.Count > 0
            ? No(PresentationCheck.Restrictions, referent, "no credential with the attribute is one that the request accepts")
            : No(PresentationCheck.Referents, referent, "no credential answers it");
    }
}

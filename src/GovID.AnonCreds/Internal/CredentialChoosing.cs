using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations.Restrictions;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>Judges each credential of a holder for each referent of a request (specification 9.4).</summary>
internal sealed class CredentialChoosing
{
    private readonly PresentationRequest _request;
    private readonly List<Candidate> _candidates;

    public CredentialChoosing(PresentationRequest request, IReadOnlyList<CandidateCredential> credentials)
    {
        _request = request;
        _candidates = [.. credentials.Select(credential => new Candidate(credential, credential.Credential.Content.NormalValues()))];
    }

    public CredentialChoice Run() => new(
        _request.RequestedAttributes.ToDictionary(pair => pair.Key, pair => Judge(
            candidate => Unfit(candidate, pair.Value), pair.Value.Names is null && pair.Value.Restrictions is null or { IsEmpty: true })),
        _request.RequestedPredicates.ToDictionary(pair => pair.Key, pair => Judge(candidate => Unfit(candidate, pair.Value), mayBeSelfAttested: false)));

    private ReferentCandidates Judge(Func<Candidate, UnfitReason?> judge, bool mayBeSelfAttested)
    {
        var fitting = new List<int>();
        var unfit = new List<UnfitCredential>();
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (judge(_candidates[i]) is { } reason)
                unfit.Add(new UnfitCredential(i, reason));
            else
                fitting.Add(i);
        }

        return new ReferentCandidates(fitting, unfit, mayBeSelfAttested);
    }

    private UnfitReason? Unfit(Candidate candidate, RequestedAttribute requested)
    {
        if (!requested.AllNames.All(name => candidate.Values.ContainsKey(AttributeName.Normalize(name))))
            return UnfitReason.LacksAttribute;
        var shown = requested.AllNames.ToDictionary(name => name, name => (string?)candidate.Values[AttributeName.Normalize(name)].Raw);
        return Restricted(candidate, requested.Restrictions, shown) ?? NonRevocation(candidate, requested.NonRevoked);
    }

    private UnfitReason? Unfit(Candidate candidate, RequestedPredicate requested)
    {
        var predicate = Predicate.Of(requested);
        if (!candidate.Values.TryGetValue(predicate.AttributeName, out var value))
            return UnfitReason.LacksAttribute;
        if (Restricted(candidate, requested.Restrictions, ShownBeside(candidate, requested)) is { } restricted)
            return restricted;
        return PredicateProver.IsMet(predicate, BigNumber.Parse(value.Encoded, Sizes.Challenge, "encoded"))
            ? NonRevocation(candidate, requested.NonRevoked)
            : UnfitReason.PredicateNotMet;
    }

    /// <summary>What the credential would show if it also answered every attribute of the request that it can.</summary>
    private Dictionary<string, string?> ShownBeside(Candidate candidate, RequestedPredicate requested)
    {
        var shown = new Dictionary<string, string?>(StringComparer.Ordinal) { [requested.Name] = null };
        foreach (var name in _request.RequestedAttributes.Values.SelectMany(attribute => attribute.AllNames))
        {
            if (candidate.Values.TryGetValue(AttributeName.Normalize(name), out var value))
                shown[name] = value.Raw;
        }

        return shown;
    }

    private static UnfitReason? Restricted(Candidate candidate, Restriction? restriction, IReadOnlyDictionary<string, string?> shown)
    {
        var (credential, schema, definition) = candidate.Credential;
        var verdict = new RestrictionEvaluation(new RestrictedCredential
        {
            SchemaId = credential.Content.SchemaId,
            SchemaName = schema.Name,
            SchemaVersion = schema.Version,
            SchemaIssuerId = schema.IssuerId,
            CredentialDefinitionId = credential.Content.CredentialDefinitionId,
            IssuerId = definition.IssuerId,
            Values = shown,
        }).Evaluate(restriction);
        return verdict switch
        {
            RestrictionVerdict.Satisfied => null,
            RestrictionVerdict.NotSatisfied => UnfitReason.RestrictionNotMet,
            _ => UnfitReason.RestrictionUndecidable,
        };
    }

    private UnfitReason? NonRevocation(Candidate candidate, NonRevokedInterval? local) =>
        (local ?? _request.NonRevoked) is not null
        && candidate.Credential.Definition.SupportsRevocation
        && candidate.Credential.Credential.Content is not { RevocationRegistryId: not null, Signature.NonRevocation: not null }
            ? UnfitReason.LacksNonRevocation
            : null;

    private sealed record Candidate(CandidateCredential Credential, Dictionary<string, AttributeValue> Values);
}

using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Whether non-revocation was asked for, and against what it is proved (specification 9.6).</summary>
internal static class NonRevocationChecks
{
    public static PresentationVerdict? Check(SubProofView view, PresentationRequest request, VerificationObjects objects)
    {
        var interval = view.Definition.SupportsRevocation ? Interval(view, request) : null;
        if (interval is null)
            return view.Proof.NonRevocation is null && view.Identifiers is not { RevocationRegistryId: not null, Timestamp: not null }
                ? null
                : CheckObjects(view, objects);
        return CheckInterval(view, Overridden(interval, view, objects)) ?? CheckObjects(view, objects);
    }

    /// <summary>True where an interval asks for nothing, or non-revocation is proved at a time inside it.</summary>
    public static bool Satisfies(SubProofView view, NonRevokedInterval? interval, VerificationObjects objects) =>
        interval is null || !view.Definition.SupportsRevocation || CheckInterval(view, Overridden(interval, view, objects)) is null;

    /// <summary>The strictest of the intervals of the referents answered here; that of the request where none of them has one.</summary>
    private static NonRevokedInterval? Interval(SubProofView view, PresentationRequest request)
    {
        var own = view.Attributes.Select(answer => answer.Requested.NonRevoked)
            .Concat(view.Predicates.Select(predicate => predicate.NonRevoked))
            .OfType<NonRevokedInterval>()
            .ToList();
        return own.Count == 0 ? request.NonRevoked : own.Aggregate((left, right) => left.Intersect(right));
    }

    private static NonRevokedInterval Overridden(NonRevokedInterval interval, SubProofView view, VerificationObjects objects) =>
        interval.From is { } from
        && view.Identifiers.RevocationRegistryId is { } registry
        && objects.IntervalOverrides.TryGetValue((registry, from), out var earlier)
            ? interval with { From = earlier }
            : interval;

    private static PresentationVerdict.Rejected? CheckInterval(SubProofView view, NonRevokedInterval interval)
    {
        if (view.Identifiers is not { RevocationRegistryId: not null, Timestamp: { } timestamp } || view.Proof.NonRevocation is null)
            return No(PresentationCheck.NonRevocationInterval, view.Where, "non-revocation was asked for and is not proved");
        return interval.Contains(timestamp)
            ? null
            : No(PresentationCheck.NonRevocationInterval, view.Where, "the status list is of a time outside the interval");
    }

    /// <summary>Finds the registry and the list of exactly the time given, whether or not anything is proved against them.</summary>
    private static PresentationVerdict? CheckObjects(SubProofView view, VerificationObjects objects)
    {
        if (view.Identifiers is not { RevocationRegistryId: { } id, Timestamp: { } timestamp })
            return No(PresentationCheck.NonRevocationObjects, view.Where, "a proof of non-revocation names no registry or no time");
        if (!objects.Registries.TryGetValue(id, out var registry))
            return new PresentationVerdict.NotEvaluated(PresentationCheck.NonRevocationObjects, view.Where, id.Value);
        if (Find(objects, id, timestamp) is not { } list)
            return new PresentationVerdict.NotEvaluated(PresentationCheck.NonRevocationObjects, view.Where, $"{id.Value} at {timestamp}");
        if (registry.CredentialDefinitionId != view.Identifiers.CredentialDefinitionId || registry.IssuerId != view.Definition.IssuerId)
            return No(PresentationCheck.NonRevocationObjectsFit, view.Where, "the registry is of another credential definition or issuer");
        if (view.Proof.NonRevocation is null)
            return null;
        if (!view.Definition.SupportsRevocation)
            return No(PresentationCheck.NonRevocationObjectsFit, view.Where, "credentials of this definition cannot be revoked");
        if (list.Accumulator is null or { IsIdentity: true })
            return No(PresentationCheck.NonRevocationObjectsFit, view.Where, "the status list has no accumulator to prove against");
        view.Revocation = (registry, list);
        return null;
    }

    private static Revocation.RevocationStatusList? Find(VerificationObjects objects, RevocationRegistryId id, ulong timestamp) =>
        objects.StatusLists.FirstOrDefault(list => list.RegistryId == id && list.Timestamp == timestamp);
}

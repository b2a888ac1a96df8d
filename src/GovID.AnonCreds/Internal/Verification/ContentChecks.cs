using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Each sub-proof shows exactly what the request asks of it (specification 9.5 step 7).</summary>
internal static class ContentChecks
{
    /// <summary>What the sub-proof must show, from the request alone.</summary>
    public static SubProofRequest Expected(SubProofView view) => new(
        view.Attributes.Where(answer => answer.Values is not null)
            .SelectMany(answer => answer.Requested.AllNames)
            .Select(AttributeName.Normalize)
            .ToHashSet(StringComparer.Ordinal),
        view.Predicates.Select(Predicate.Of).ToHashSet());

    public static PresentationVerdict? Check(SubProofView view)
    {
        var expected = Expected(view);
        var names = view.Schema.NormalNames().ToHashSet(StringComparer.Ordinal);
        if (!expected.Revealed.SetEquals(view.Proof.Primary.Equality.RevealedAttributes.Keys))
            return No(PresentationCheck.SubProofContent, view.Where, "the proof reveals other attributes than were asked for");
        var proved = view.Proof.Primary.Predicates.Select(proof => proof.Predicate).ToList();
        if (proved.Count != expected.Predicates.Count || !expected.Predicates.SetEquals(proved))
            return No(PresentationCheck.SubProofContent, view.Where, "the proof proves other predicates than were asked for");
        return First(view.Attributes, answer => answer.Requested.AllNames.All(name => names.Contains(AttributeName.Normalize(name)))
            ? null
            : No(PresentationCheck.SubProofContent, answer.Referent, "the schema does not have this attribute"));
    }
}

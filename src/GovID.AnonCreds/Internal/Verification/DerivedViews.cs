using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Takes the sub-proofs out of derived credentials and finds what they answer (specification 11).</summary>
internal static class DerivedViews
{
    /// <summary>Builds the views; a verdict instead when the presentation is not one of this request.</summary>
    public static PresentationVerdict? Build(
        W3cPresentation presentation, PresentationRequest request, VerificationObjects objects, bool acceptUndecidable, out IReadOnlyList<SubProofView> views)
    {
        views = [];
        if (presentation.Challenge != request.Nonce.Text)
            return No(PresentationCheck.Nonce, null, "the challenge is not the nonce of the request");
        if (presentation.Credentials.Any(credential => credential.Proof.Primary.Predicates.Count > Presentation.MaximumPredicates))
            return No(PresentationCheck.SubProofCount, null, $"a sub-proof has more than {Presentation.MaximumPredicates} predicates");
        var credentials = new List<DerivedCredential>(presentation.Credentials.Count);
        foreach (var document in presentation.Credentials)
        {
            if (View(credentials.Count, document, objects, out var view) is { } missing)
                return missing;
            credentials.Add(new DerivedCredential(document, view!));
        }

        return First(credentials, credential => credential.Check())
            ?? new DerivedMatching(credentials, request, objects, acceptUndecidable).Match(out views);
    }

    private static PresentationVerdict? View(int index, W3cDerivedCredential document, VerificationObjects objects, out SubProofView? view)
    {
        view = null;
        if (SubProofViews.Find(index, document.Identifiers, objects, out var schema, out var definition) is { } refusal)
            return refusal;
        view = new SubProofView
        {
            Index = index,
            Proof = document.Proof,
            Identifiers = document.Identifiers,
            Schema = schema!,
            Definition = definition!,
            Attributes = [],
            Predicates = [],
        };
        return null;
    }
}

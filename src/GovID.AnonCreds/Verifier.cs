using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.Verification;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds;

/// <summary>The verifier's role (specification 9.5, 9.6). Safe for use by many threads.</summary>
public sealed class Verifier
{
    private readonly VerifierOptions _options;
    private readonly PreparedKeyCache _keys;

    /// <summary>Creates a verifier.</summary>
    /// <param name="options">What it insists on; null for everything.</param>
    /// <param name="keys">Where prepared keys are kept; null for a cache of its own.</param>
    public Verifier(VerifierOptions? options = null, PreparedKeyCache? keys = null)
    {
        _options = options ?? new VerifierOptions();
        _keys = keys ?? new PreparedKeyCache();
    }

    /// <summary>Judges a presentation. Never throws for a bad one.</summary>
    /// <param name="presentation">What the holder sent.</param>
    /// <param name="request">What was asked; its nonce must not have been used before, which only the caller can know.</param>
    /// <param name="objects">The public objects, each fetched from where it is published.</param>
    public PresentationVerdict Verify(Presentation presentation, PresentationRequest request, VerificationObjects objects)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(objects);
        return CheckRequest(request)
            ?? ReferentChecks.Check(presentation, request)
            ?? SubProofViews.Build(presentation, request, objects, out var views)
            ?? First(views, view => ValueChecks.Check(view, _options.RequireCanonicalEncoding))
            ?? First(views, view => RestrictionChecks.Check(view, _options.AcceptUndecidableRestrictionsUnsafe))
            ?? Conclude(views, presentation.Proof.Aggregated, request, objects);
    }

    /// <summary>Verifies many presentations on all cores (9.5).</summary>
    /// <param name="presentations">The presentations with their requests.</param>
    /// <param name="objects">The public objects that any of them names.</param>
    /// <param name="cancellationToken">Ends the work between two presentations.</param>
    /// <returns>The verdict of each, in the same order.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<PresentationVerdict> VerifyAll(
        IReadOnlyList<PresentationToVerify> presentations, VerificationObjects objects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(presentations);
        ArgumentNullException.ThrowIfNull(objects);
        return BatchVerification.Run(this, presentations, objects, cancellationToken);
    }

    /// <summary>Judges a presentation in W3C form (11). Never throws for a bad one.</summary>
    /// <param name="presentation">What the holder sent.</param>
    /// <param name="request">What was asked; its nonce must not have been used before, which only the caller can know.</param>
    /// <param name="objects">The public objects, each fetched from where it is published.</param>
    public PresentationVerdict Verify(W3cPresentation presentation, PresentationRequest request, VerificationObjects objects)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(objects);
        return CheckRequest(request)
            ?? DerivedViews.Build(presentation, request, objects, _options.AcceptUndecidableRestrictionsUnsafe, out var views)
            ?? First(views, view => ValueChecks.Check(view, requireCanonicalEncoding: true))
            ?? Conclude(views, presentation.Aggregated, request, objects);
    }

    /// <summary>What both forms have in common: content, non-revocation, cryptography.</summary>
    private PresentationVerdict Conclude(
        IReadOnlyList<SubProofView> views, AggregatedProof aggregated, PresentationRequest request, VerificationObjects objects) =>
        First(views, ContentChecks.Check)
        ?? First(views, view => NonRevocationChecks.Check(view, request, objects))
        ?? ProofChecks.Check(aggregated, request.Nonce.Value, views, view => _keys.Get(view.Definition.Value.Primary))
        ?? new PresentationVerdict.Accepted();

    private static PresentationVerdict.Rejected? CheckRequest(PresentationRequest request)
    {
        try
        {
            request.Validate();
            return null;
        }
        catch (AnonCredsException refusal)
        {
            return No(PresentationCheck.Request, refusal.Field, refusal.Message);
        }
    }
}

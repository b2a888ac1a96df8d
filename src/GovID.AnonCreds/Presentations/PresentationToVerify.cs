namespace GovID.AnonCreds.Presentations;

/// <summary>A presentation and the request it answers, for verifying many at once.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Request">The request that this verifier sent.</param>
public sealed record PresentationToVerify(Presentation Presentation, PresentationRequest Request);

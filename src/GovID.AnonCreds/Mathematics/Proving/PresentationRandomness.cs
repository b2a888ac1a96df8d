using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The random values of a presentation: drawn, or recorded ones that a test repeats.</summary>
/// <param name="LinkSecretMask">The mask of the link secret, shared by all sub-proofs.</param>
/// <param name="Masks">The masks of a sub-proof by its position; null to draw them.</param>
internal sealed record PresentationRandomness(SecretNumber LinkSecretMask, Func<int, SubProofMasks?> Masks);

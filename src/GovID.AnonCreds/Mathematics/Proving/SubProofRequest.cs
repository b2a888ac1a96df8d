using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Mathematics;

/// <summary>What one sub-proof must show: built from the request, never from the proof (specification 9.5 step 7).</summary>
internal sealed record SubProofRequest(IReadOnlySet<string> Revealed, IReadOnlySet<Predicate> Predicates);

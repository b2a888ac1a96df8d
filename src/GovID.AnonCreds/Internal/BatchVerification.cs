using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal;

/// <summary>Verifies many presentations on all cores; the verdicts keep the order of the presentations.</summary>
internal static class BatchVerification
{
    public static PresentationVerdict[] Run(
        Verifier verifier, IReadOnlyList<PresentationToVerify> presentations, VerificationObjects objects, CancellationToken cancellationToken)
    {
        var verdicts = new PresentationVerdict[presentations.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, presentations.Count, options, i =>
            verdicts[i] = verifier.Verify(presentations[i].Presentation, presentations[i].Request, objects));
        return verdicts;
    }
}

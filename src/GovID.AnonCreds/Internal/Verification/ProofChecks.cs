using System.Numerics;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>The cryptography (specification 9.5 step 10: 7.5, 8, 10.8).</summary>
internal static class ProofChecks
{
    public static PresentationVerdict? Check(
        AggregatedProof aggregated, BigInteger nonce, IReadOnlyList<SubProofView> views, Func<SubProofView, PreparedKey> prepare)
    {
        if (!Sizes.IsBelow(aggregated.Challenge, Sizes.Challenge))
            return No(PresentationCheck.Ranges, null, "the challenge is out of range");
        var keys = views.Select(prepare).ToList();
        return First(views, view => CheckRanges(view, keys[view.Index]))
            ?? CheckLinkSecret(views)
            ?? CheckCommitments(aggregated, views)
            ?? CheckChallenge(aggregated, nonce, views, keys);
    }

    private static PresentationVerdict.Rejected? CheckRanges(SubProofView view, PreparedKey key) =>
        PrimaryVerification.CheckRanges(key, view.Proof.Primary, ContentChecks.Expected(view).Revealed) is { } wrong
            ? No(PresentationCheck.Ranges, view.Where, wrong)
            : null;

    private static PresentationVerdict? CheckLinkSecret(IReadOnlyList<SubProofView> views) =>
        First(views, view => view.Proof.Primary.Equality.M[AttributeName.LinkSecret] == views[0].Proof.Primary.Equality.M[AttributeName.LinkSecret]
            ? null
            : No(PresentationCheck.LinkSecret, view.Where, "the sub-proofs are of different link secrets"));

    /// <summary>The list that came with the proof says what the proofs say; what is hashed below is never taken from it.</summary>
    private static PresentationVerdict.Rejected? CheckCommitments(AggregatedProof aggregated, IReadOnlyList<SubProofView> views)
    {
        var own = views.SelectMany(view => SubProofTranscript.Commitments(view.Proof)).ToList();
        var same = own.Count == aggregated.Commitments.Count
            && own.Zip(aggregated.Commitments, (left, right) => left.AsSpan().SequenceEqual(right.Span)).All(equal => equal);
        return same ? null : No(PresentationCheck.Commitments, null, "c_list is not what the proofs commit to");
    }

    private static PresentationVerdict.Rejected? CheckChallenge(
        AggregatedProof aggregated, BigInteger nonce, IReadOnlyList<SubProofView> views, List<PreparedKey> keys)
    {
        var transcript = new Transcript();
        foreach (var view in views)
        {
            NonRevocationVerification.AppendTaus(transcript, view, aggregated.Challenge);
            foreach (var tau in PrimaryVerification.Commitments(keys[view.Index], view.Proof.Primary, aggregated.Challenge))
                transcript.Append(tau);
        }

        foreach (var commitment in views.SelectMany(view => SubProofTranscript.Commitments(view.Proof)))
            transcript.Append(commitment);
        return transcript.Append(nonce).Challenge() == aggregated.Challenge
            ? null
            : No(PresentationCheck.Challenge, null, "the proofs do not fit the request and the keys");
    }
}

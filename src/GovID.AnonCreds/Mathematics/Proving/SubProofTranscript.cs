using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The commitments of one sub-proof in transcript order (specification 8).</summary>
internal static class SubProofTranscript
{
    public static IEnumerable<byte[]> Commitments(NonRevocationCommitments c) =>
        [c.E.ToBytes(), c.D.ToBytes(), c.A.ToBytes(), c.G.ToBytes(), c.W.ToBytes(), c.S.ToBytes(), c.U.ToBytes()];

    public static IEnumerable<byte[]> Commitments(SubProof proof)
    {
        foreach (var bytes in proof.NonRevocation is { } nonRevocation ? Commitments(nonRevocation.Commitments) : [])
            yield return bytes;
        yield return Transcript.Bytes(proof.Primary.Equality.APrime);
        foreach (var t in proof.Primary.Predicates.SelectMany(predicate => predicate.T.ToArray()))
            yield return Transcript.Bytes(t);
    }
}

using System.Numerics;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal;

/// <summary>The holder's side of one sub-proof: the primary part, and non-revocation where it is proved.</summary>
internal sealed class SubProofProver(CredentialToPresent credential, PrimaryProver primary) : IDisposable
{
    private readonly NonRevocationProver? _nonRevocation =
        credential.NonRevocation is { } evidence ? new NonRevocationProver(credential, evidence, primary.M2Tilde) : null;

    /// <summary>The values that are hashed first, in transcript order (specification 8).</summary>
    public IEnumerable<byte[]> Taus => (_nonRevocation?.Taus ?? []).Concat(primary.Taus.Select(Transcript.Bytes));

    public IEnumerable<byte[]> Commitments => (_nonRevocation?.CommitmentBytes ?? []).Concat(primary.Commitments.Select(Transcript.Bytes));

    public SubProof Respond(BigInteger challenge) => new()
    {
        Primary = primary.Respond(challenge),
        NonRevocation = _nonRevocation?.Respond(challenge),
    };

    public void Dispose() => primary.Dispose();
}

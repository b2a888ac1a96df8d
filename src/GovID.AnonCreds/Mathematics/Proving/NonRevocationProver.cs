using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The holder's side of a non-revocation proof (specification 10.8).</summary>
internal sealed class NonRevocationProver
{
    private readonly NonRevocationResponses _secrets;
    private readonly NonRevocationResponses _masks;
    private readonly NonRevocationCommitments _commitments;

    public NonRevocationProver(CredentialToPresent credential, NonRevocationEvidence evidence, SecretNumber m2Tilde)
    {
        var key = credential.Definition.Value.Revocation!;
        var signature = credential.Credential.Content.Signature.NonRevocation!;
        _secrets = Secrets(signature);
        _masks = Masks();
        _commitments = Commit(key, signature, evidence.State.Witness.Omega, _secrets);
        Taus = [.. new NonRevocationTaus(key, evidence.State.Registry.Accumulator, _commitments, _masks, Reduce(m2Tilde)).Masked()];
    }

    /// <summary>tau 1 to 8 as transcript bytes.</summary>
    public IReadOnlyList<byte[]> Taus { get; }

    /// <summary>E, D, A, G, W, S, U as transcript bytes.</summary>
    public IEnumerable<byte[]> CommitmentBytes => SubProofTranscript.Commitments(_commitments);

    public NonRevocationProof Respond(BigInteger challenge)
    {
        var c = Scalar.Reduce(BigNumber.ToBigEndian(challenge));
        return new NonRevocationProof
        {
            Commitments = _commitments,
            Responses = new NonRevocationResponses(
                _masks.Rho + (c * _secrets.Rho),
                _masks.R + (c * _secrets.R),
                _masks.RPrime + (c * _secrets.RPrime),
                _masks.RPrimePrime + (c * _secrets.RPrimePrime),
                _masks.RPrimePrimePrime + (c * _secrets.RPrimePrimePrime),
                _masks.O + (c * _secrets.O),
                _masks.OPrime + (c * _secrets.OPrime),
                _masks.M + (c * _secrets.M),
                _masks.MPrime + (c * _secrets.MPrime),
                _masks.T + (c * _secrets.T),
                _masks.TPrime + (c * _secrets.TPrime),
                _masks.S + (c * _secrets.S),
                _masks.C + (c * _secrets.C)),
        };
    }

    // m = rho·c, m' = r·r'', t = o·c, t' = o'·r'', s = vr
    private static NonRevocationResponses Secrets(NonRevocationSignature signature)
    {
        Scalar rho = Scalar.Random(), r = Scalar.Random(), rPrimePrime = Scalar.Random(), o = Scalar.Random(), oPrime = Scalar.Random();
        return new NonRevocationResponses(
            rho, r, Scalar.Random(), rPrimePrime, Scalar.Random(), o, oPrime,
            rho * signature.C, r * rPrimePrime, o * signature.C, oPrime * rPrimePrime, signature.VrPrimePrime, signature.C);
    }

    private static NonRevocationResponses Masks() => new(
        Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(),
        Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random(), Scalar.Random());

    private static NonRevocationCommitments Commit(
        RevocationPublicKey key, NonRevocationSignature signature, G2Point omega, NonRevocationResponses x) => new(
        E: (key.H * x.Rho) + (key.HTilde * x.O),
        D: (key.G * x.R) + (key.HTilde * x.OPrime),
        A: signature.Sigma + (key.HTilde * x.Rho),
        G: signature.GI + (key.HTilde * x.R),
        W: omega + (key.HCap * x.RPrime),
        S: signature.WitnessSignature.SigmaI + (key.HCap * x.RPrimePrime),
        U: signature.WitnessSignature.UI + (key.HCap * x.RPrimePrimePrime));

    private static Scalar Reduce(SecretNumber number)
    {
        Span<byte> bytes = stackalloc byte[(number.CapacityBits + 7) / 8];
        number.WriteBigEndian(bytes);
        var reduced = Scalar.Reduce(bytes);
        bytes.Clear();
        return reduced;
    }
}

using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Signs a place in a registry for a holder (specification 10.6).</summary>
internal sealed class PlaceIssuing
{
    private readonly RevocationToIssue _place;
    private readonly RevocationPublicKey _key;
    private readonly RevocationPrivateKey _secret;
    private readonly G1Point _blinding;

    public PlaceIssuing(CredentialToIssue input, RevocationToIssue place)
    {
        _place = place;
        _key = RegistryChecks.Key(input.Definition);
        _secret = input.Private.Revocation
            ?? throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, "The private keys have no part for revocation.", "$.value.r_key");
        _blinding = input.Request.BlindedLinkSecret.Ur
            ?? throw new AnonCredsException(AnonCredsErrorCode.Invalid, "The request has no part for revocation.", "$.blinded_ms.ur");
        RegistryChecks.RequireOwner(place.Registry, input.Offer.CredentialDefinitionId, input.Definition);
        RegistryChecks.RequireList(place.Registry, place.StatusList);
        RegistryChecks.Require(place.StatusList.RegistryId is null || place.StatusList.RegistryId == place.RegistryId, "revRegDefId", "the status list is of another registry");
        RegistryChecks.Require(place.Index.Index < place.Registry.Value.MaximumCredentials, "index", "the index is reserved in another registry");
    }

    public IssuedPlace Sign(BigInteger m2)
    {
        var index = _place.Index.Index;
        _place.Index.Spend();
        var gamma = _place.Private.Gamma;
        var own = RegistryArithmetic.Power(gamma, index);
        Scalar context = Scalar.Reduce(BigNumber.ToBigEndian(m2)), blinding = Scalar.Random(), c = Scalar.Random();
        var gI = _key.G * own;
        var signed = _key.H0 + (_key.H1 * context) + _blinding + gI + (_key.H2 * blinding);
        var signature = new NonRevocationSignature
        {
            Sigma = signed * (_secret.X + c).Invert(),
            C = c,
            VrPrimePrime = blinding,
            WitnessSignature = new WitnessSignature(_key.GDash * (_secret.Sk + own).Invert(), _key.U * own, gI),
            GI = gI,
            Index = index,
            M2 = context,
        };
        var (accumulator, omega) = Witness(gamma, own);

        // Holds for the private key of this registry and the accumulator of this list only.
        if (!NonRevocationCheck.FitsWitness(_key, signature, omega, accumulator, _place.Registry.Value.PublicKeys.AccumulatorKey.Z))
            throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, "Private key, registry and status list do not belong together.", "$.value.gamma");
        return new IssuedPlace(signature, new Witness(omega), new RevocationRegistryState(accumulator));
    }

    // by default: (acc − g'·gamma^(L+1−i))·gamma^i; on demand: acc·gamma^i, and the place joins acc
    private (G2Point Accumulator, G2Point Omega) Witness(Scalar gamma, Scalar own)
    {
        var accumulator = _place.StatusList.Accumulator!;
        var opposite = _key.GDash * RegistryArithmetic.Power(gamma, _place.Registry.Value.MaximumCredentials + 1 - _place.Index.Index);
        return _place.StatusList.Revoked[_place.Index.Index]
            ? (accumulator + opposite, accumulator * own)
            : (accumulator, (accumulator - opposite) * own);
    }
}

/// <summary>What a credential carries of its place.</summary>
internal sealed record IssuedPlace(NonRevocationSignature Signature, Witness Witness, RevocationRegistryState Registry);

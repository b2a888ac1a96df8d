using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Internal.Registries;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>What an issuer does with a request (specification 4.7, 6.1 to 6.4, 10.6).</summary>
internal sealed class CredentialIssuing(CredentialToIssue input, PreparedKey key)
{
    public IssuedCredential Run()
    {
        CheckRequest();
        var values = Values();
        var place = input.Revocation is { } revocation ? new PlaceIssuing(input, revocation) : null;
        var m2 = CredentialContext.Compute(input.Request.Context, input.Revocation?.Index.Index);
        var issuedPlace = place?.Sign(m2);
        var (signature, proof) = Sign(m2, values);
        return new IssuedCredential(new Credential
        {
            SchemaId = input.Offer.SchemaId,
            CredentialDefinitionId = input.Offer.CredentialDefinitionId,
            Values = values,
            RevocationRegistryId = input.Revocation?.RegistryId,
            Signature = new CredentialSignature { Primary = signature, NonRevocation = issuedPlace?.Signature },
            SignatureCorrectnessProof = proof,
            RevocationRegistry = issuedPlace?.Registry,
            Witness = issuedPlace?.Witness,
        });
    }

    private void CheckRequest()
    {
        input.Request.Validate();
        Require(input.Request.CredentialDefinitionId == input.Offer.CredentialDefinitionId, "cred_def_id", "the request is for another definition than was offered");
        Require(input.Offer.SchemaId == input.Definition.SchemaId, "schema_id", "the offer is of another schema than the definition");
        if (LinkSecretBlinding.Check(key, input.Request.BlindedLinkSecret, input.Request.Proof, input.Offer.Nonce.Value) is { } wrong)
        {
            throw new AnonCredsException(
                AnonCredsErrorCode.ProofRejected, $"The proof of the request does not hold: {wrong}.", "$.blinded_ms_correctness_proof");
        }
    }

    private Dictionary<string, AttributeValue> Values()
    {
        var names = input.Values.Keys.Select(AttributeName.Normalize).ToHashSet(StringComparer.Ordinal);
        Require(names.Count == input.Values.Count && names.SetEquals(key.AttributeNames), "values", "give exactly the attributes of the schema, each once");
        return input.Values.ToDictionary(pair => pair.Key, pair => AttributeValue.Of(pair.Value), StringComparer.Ordinal);
    }

    // Q = Z / (S^v'' · U · Rctxt^m2 · Π R[a]^m_a), A = Q^(1/e)
    private (PrimarySignature Signature, SignatureCorrectnessProof Proof) Sign(BigInteger m2, Dictionary<string, AttributeValue> values)
    {
        using var group = new IssuerGroup(input.Private.P, input.Private.Q);
        if (group.N != key.Key.N)
            throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, "The private keys are of another credential definition.", "$.value.p_key");
        var low = Sizes.ExponentOffset + BigInteger.One;
        var e = Primes.RandomInRange(low, low + (BigInteger.One << Sizes.ExponentRange) - 2);
        var v = DrawV();
        List<PowerTerm> terms = [key.S(v), key.Rctxt(m2), new PowerTerm(input.Request.BlindedLinkSecret.U, BigInteger.One)];
        terms.AddRange(values.Select(pair =>
            key.R(AttributeName.Normalize(pair.Key), BigNumber.Parse(pair.Value.Encoded, Sizes.Challenge, "encoded"))));
        var q = key.Context.Multiply(key.Key.Z, key.Context.Inverse(key.Context.MultiPow([.. terms])));
        using var exponent = SecretNumber.From(e);
        using var inverse = exponent.InverseModulo(group.Order);
        var a = group.Pow(q, inverse);

        // A fault in one half of the computation would reveal a factor of n.
        if (key.Context.Pow(a, e) != q)
            throw new InvalidOperationException("The signature that was just made does not hold; nothing was issued.");
        return (new PrimarySignature { M2 = m2, A = a, E = e, V = v }, Prove(group, q, a, inverse));
    }

    // A~ = Q^r, c = H(Q, A, A~, n1), se = r − c/e mod p·q
    private SignatureCorrectnessProof Prove(IssuerGroup group, BigInteger q, BigInteger a, SecretNumber inverse)
    {
        using var r = SecretNumber.RandomBelow(group.Order);
        var challenge = new Transcript().Append(q).Append(a).Append(group.Pow(q, r)).Append(input.Request.Nonce.Value).Challenge();
        using var c = SecretNumber.From(challenge);
        using var difference = SecretArithmetic.SubtractProduct(r, c, inverse);
        using var response = difference.Modulo(group.Order);
        return new SignatureCorrectnessProof { Response = response.Reveal(), Challenge = challenge };
    }

    /// <summary>2724 random bits, the highest set.</summary>
    private static BigInteger DrawV() =>
        (BigInteger.One << (Sizes.VPrimePrime - 1)) + BigNumber.Random(Sizes.VPrimePrime - 1);

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The credential is not issued because of {field}: {fix}.", $"$.{field}");
    }
}

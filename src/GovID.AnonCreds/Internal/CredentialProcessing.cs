using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>What a holder does with a credential it receives (specification 6.5, 10.7).</summary>
internal sealed class CredentialProcessing(
    Credential credential, CreatedRequest created, CredentialDefinition definition, RevocationRegistryDefinition? registry)
{
    public HeldCredential Run(PreparedKey key, SecretNumber linkSecret)
    {
        CheckObjects();
        var values = Values(key);
        CheckContext();
        var completed = Complete();
        if (SignatureVerification.Check(key, completed, values, linkSecret, created.Request.Nonce.Value) is { } wrong)
            throw Rejected("signature", wrong);
        if (registry is not null && NonRevocationCheck.Check(completed, definition, registry) is { } wrongPlace)
            throw Rejected("signature.r_credential", wrongPlace);
        return new HeldCredential(completed);
    }

    private void CheckObjects()
    {
        Require(credential.CredentialDefinitionId == created.Request.CredentialDefinitionId, "cred_def_id", "the credential is of another definition than was asked for");
        Require(credential.SchemaId == definition.SchemaId, "schema_id", "the credential is of another schema than its definition");
        Require(created.Metadata.Nonce == created.Request.Nonce, "nonce", "request and metadata are of different credentials");
        var revocable = credential.RevocationRegistryId is not null;
        Require(revocable == credential.Signature.NonRevocation is not null, "signature.r_credential", "'rev_reg_id' and 'r_credential' come together");
        Require(!revocable || definition.SupportsRevocation, "rev_reg_id", "the definition does not support revocation");
        Require(revocable == registry is not null, "rev_reg_id", "give the registry definition of a credential that names one, and only then");
        Require(!revocable || created.Metadata.VrPrime is not null, "vr_prime", "the request was made without revocation");
        Require(
            registry is null || registry.CredentialDefinitionId == credential.CredentialDefinitionId,
            "rev_reg_id",
            "the registry is of another credential definition");
    }

    /// <summary>Exactly the attributes of the key, each with the encoding of its raw value.</summary>
    private Dictionary<string, BigInteger> Values(PreparedKey key)
    {
        var values = credential.NormalValues();
        Require(values.Count == key.AttributeNames.Count && key.AttributeNames.All(values.ContainsKey), "values", "the attributes are not those of the definition");
        Require(values.Values.All(value => value.Encoded == AttributeEncoding.Encode(value.Raw)), "values", "an encoded value is not the encoding of its raw one");
        return values.ToDictionary(
            pair => pair.Key, pair => BigNumber.Parse(pair.Value.Encoded, Sizes.Challenge, "encoded"), StringComparer.Ordinal);
    }

    /// <summary>m2 is that of our own entropy and the index, so that an issuer cannot mark one holder (6.1).</summary>
    private void CheckContext()
    {
        var expected = CredentialContext.Compute(created.Request.Context, credential.Signature.NonRevocation?.Index);
        if (credential.Signature.Primary.M2 != expected)
            throw Rejected("signature.p_credential.m_2", "the credential context is another one");
        var v = credential.Signature.Primary.V;
        if (!Sizes.IsBelow(v, Sizes.VPrimePrime))
            throw Rejected("signature.p_credential.v", "it is out of range");
    }

    /// <summary>v := v' + v'', vr := vr' + vr''.</summary>
    private Credential Complete()
    {
        using var received = SecretNumber.From(credential.Signature.Primary.V);
        using var v = received.Add(created.Metadata.VPrime);
        var primary = credential.Signature.Primary with { V = v.Reveal() };
        var nonRevocation = credential.Signature.NonRevocation is { } signature
            ? signature with { VrPrimePrime = signature.VrPrimePrime + created.Metadata.VrPrime!.Value }
            : null;
        return credential with { Signature = new CredentialSignature { Primary = primary, NonRevocation = nonRevocation } };
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The credential is refused at {field}: {fix}.", $"$.{field}");
    }

    private static AnonCredsException Rejected(string field, string wrong) =>
        new(AnonCredsErrorCode.ProofRejected, $"The credential is refused at {field}: {wrong}.", $"$.{field}");
}

using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>What a holder does with a credential it receives (specification 6.5, 10.7).</summary>
internal sealed class CredentialProcessing(ReceivedCredential received)
{
    private readonly Credential _credential = received.Credential.Content;

    public HeldCredential Run(PreparedKey key)
    {
        CheckObjects();
        var values = Values(key);
        CheckContext();
        var completed = Complete();
        if (SignatureVerification.Check(key, completed, values, received.LinkSecret.Value, received.Metadata.Nonce.Value) is { } wrong)
            throw Rejected("signature", wrong);
        if (received.Registry is { } registry && NonRevocationCheck.Check(completed, received.Definition, registry) is { } wrongPlace)
            throw Rejected("signature.r_credential", wrongPlace);
        return new HeldCredential(completed);
    }

    private void CheckObjects()
    {
        var (definition, registry) = (received.Definition, received.Registry);
        Require(_credential.SchemaId == definition.SchemaId, "schema_id", "the credential is of another schema than its definition");
        if (received.Request is { } request)
        {
            Require(_credential.CredentialDefinitionId == request.CredentialDefinitionId, "cred_def_id", "the credential is of another definition than was asked for");
            Require(received.Metadata.Nonce == request.Nonce, "nonce", "request and metadata are of different credentials");
        }

        var revocable = _credential.RevocationRegistryId is not null;
        Require(revocable == _credential.Signature.NonRevocation is not null, "signature.r_credential", "'rev_reg_id' and 'r_credential' come together");
        Require(!revocable || definition.SupportsRevocation, "rev_reg_id", "the definition does not support revocation");
        Require(revocable == registry is not null, "rev_reg_id", "give the registry definition of a credential that names one, and only then");
        Require(!revocable || received.Metadata.VrPrime is not null, "vr_prime", "the request was made without revocation");
        Require(
            registry is null || registry.CredentialDefinitionId == _credential.CredentialDefinitionId,
            "rev_reg_id",
            "the registry is of another credential definition");
    }

    /// <summary>Exactly the attributes of the key, each with the encoding of its raw value.</summary>
    private Dictionary<string, BigInteger> Values(PreparedKey key)
    {
        var values = _credential.NormalValues();
        Require(values.Count == key.AttributeNames.Count && key.AttributeNames.All(values.ContainsKey), "values", "the attributes are not those of the definition");
        Require(values.Values.All(value => value.Encoded == AttributeEncoding.Encode(value.Raw)), "values", "an encoded value is not the encoding of its raw one");
        return values.ToDictionary(
            pair => pair.Key, pair => BigNumber.Parse(pair.Value.Encoded, Sizes.Challenge, "encoded"), StringComparer.Ordinal);
    }

    /// <summary>m2 is that of our own entropy and the index, so that an issuer cannot mark one holder (6.1).</summary>
    private void CheckContext()
    {
        var index = _credential.Signature.NonRevocation?.Index;
        if (received.Request is { } request && _credential.Signature.Primary.M2 != CredentialContext.Compute(request.Context, index))
            throw Rejected("signature.p_credential.m_2", "the credential context is another one");
        var v = _credential.Signature.Primary.V;
        if (!Sizes.IsBelow(v, Sizes.VPrimePrime))
            throw Rejected("signature.p_credential.v", "it is out of range");
    }

    /// <summary>v := v' + v'', vr := vr' + vr''.</summary>
    private Credential Complete()
    {
        using var issued = SecretNumber.From(_credential.Signature.Primary.V);
        using var v = issued.Add(received.Metadata.VPrime);
        var primary = _credential.Signature.Primary with { V = v.Reveal() };
        var nonRevocation = _credential.Signature.NonRevocation is { } signature
            ? signature with { VrPrimePrime = signature.VrPrimePrime + received.Metadata.VrPrime!.Value }
            : null;
        return _credential with { Signature = new CredentialSignature { Primary = primary, NonRevocation = nonRevocation } };
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The credential is refused at {field}: {fix}.", $"$.{field}");
    }

    private static AnonCredsException Rejected(string field, string wrong) =>
        new(AnonCredsErrorCode.ProofRejected, $"The credential is refused at {field}: {wrong}.", $"$.{field}");
}

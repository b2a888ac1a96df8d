using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds;

/// <summary>The issuer's role: keys, offers, signatures (specification 3, 4, 6). Safe for use by many threads.</summary>
public sealed class Issuer
{
    private readonly PreparedKeyCache _keys;

    /// <summary>Creates an issuer.</summary>
    /// <param name="keys">Where prepared keys are kept; null for a cache of its own.</param>
    public Issuer(PreparedKeyCache? keys = null) => _keys = keys ?? new PreparedKeyCache();

    /// <summary>Makes the keys of a credential definition on all cores; takes about a second, with a long tail.</summary>
    /// <param name="schemaId">The identifier of the schema.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="issuerId">The issuer of the definition.</param>
    /// <param name="options">Tag, revocation, progress.</param>
    /// <param name="cancellationToken">Ends the search for primes.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the schema breaks a rule.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static CreatedDefinition CreateDefinition(
        SchemaId schemaId, Schema schema, IssuerId issuerId, DefinitionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        schema.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        var primes = CreatePrimes(options, cancellationToken);
        var (key, proof) = DefinitionCreation.CreateKey(primes, schema.NormalNames());
        var revocation = options.SupportRevocation ? DefinitionCreation.CreateRevocationKey() : default;
        var definition = new CredentialDefinition
        {
            SchemaId = schemaId,
            Type = CredentialDefinition.SignatureType,
            Tag = options.Tag,
            Value = new CredentialDefinitionKeys { Primary = key, Revocation = revocation.Key },
            IssuerId = issuerId,
        };
        var secret = new CredentialDefinitionPrivateJson { Value = new PrivateKeys { Primary = primes, Revocation = revocation.Private } };
        return new CreatedDefinition(definition, new CredentialDefinitionPrivate(secret), proof);
    }

    /// <summary>Makes an offer with a fresh nonce (4.3).</summary>
    public static CredentialOffer CreateOffer(SchemaId schemaId, CredentialDefinitionId definitionId, KeyCorrectnessProof proof) => new()
    {
        SchemaId = schemaId,
        CredentialDefinitionId = definitionId,
        KeyCorrectnessProof = proof,
        Nonce = Nonce.Create(),
    };

    /// <summary>Verifies the request and signs a credential that cannot be revoked (4.7, 6); the signature is checked before it is handed out.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: request, offer and values do not belong together; <see cref="AnonCredsErrorCode.ProofRejected"/>:
    /// the proof of the request does not hold; <see cref="AnonCredsErrorCode.InvalidKey"/>: the private keys are of another definition.
    /// </exception>
    public IssuedCredential Issue(CredentialToIssue input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new CredentialIssuing(input, _keys.Get(input.Definition.Value.Primary)).Run();
    }

    private static PrimaryPrivateKey CreatePrimes(DefinitionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return DefinitionCreation.CreatePrimes(options.Progress, cancellationToken);
        }
        catch (Cryptography.CryptoException stopped) when (stopped.Code == Cryptography.CryptoErrorCode.Cancelled)
        {
            throw new OperationCanceledException("The search for primes was cancelled.", stopped, cancellationToken);
        }
    }
}

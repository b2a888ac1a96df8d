using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.Registries;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
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
        var primes = DefinitionCreation.CreatePrimes(options.Progress, cancellationToken);
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

    /// <summary>Verifies the request and signs a credential (4.7, 6, 10.6); the signature is checked before it is handed out.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: request, offer and values do not belong together; <see cref="AnonCredsErrorCode.ProofRejected"/>:
    /// the proof of the request does not hold; <see cref="AnonCredsErrorCode.InvalidKey"/>: the private keys are of another definition.
    /// </exception>
    public IssuedCredential Issue(CredentialToIssue input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new CredentialIssuing(input, _keys.Get(input.Definition.Value.Primary)).Run();
    }

    /// <summary>Makes a registry and its tails file (10.5). The tails are computed on all cores; 1,000 places take a fraction of a second.</summary>
    /// <param name="definitionId">The identifier of the credential definition.</param>
    /// <param name="definition">The credential definition, which must support revocation.</param>
    /// <param name="options">Size, identifier, where the tails go.</param>
    /// <param name="cancellationToken">Ends the computation; no file is left behind.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: an option or the definition does not allow it.</exception>
    /// <exception cref="IOException">The tails file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CreatedRegistry CreateRegistry(
        CredentialDefinitionId definitionId, CredentialDefinition definition, RegistryOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definitionId);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        return RegistryCreation.Create(definitionId, definition, options, cancellationToken);
    }

    /// <summary>Makes the next status list of a registry: revokes and takes back, or only sets a new time (10.5).</summary>
    /// <param name="definition">The credential definition.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="secret">Its private key.</param>
    /// <param name="list">The newest list.</param>
    /// <param name="change">What changes.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: an index is none of 1 to L − 1, or the objects do not belong together;
    /// <see cref="AnonCredsErrorCode.InvalidKey"/>: the private key is of another registry.
    /// </exception>
    public static RevocationStatusList UpdateStatusList(
        CredentialDefinition definition,
        RevocationRegistryDefinition registry,
        RevocationRegistryPrivate secret,
        RevocationStatusList list,
        StatusListChange change)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(change);
        return StatusListUpdate.Apply(RegistryChecks.Key(definition), registry, secret, list, change);
    }
}

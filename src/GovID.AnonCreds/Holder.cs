using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.Registries;
using GovID.AnonCreds.Internal.W3c;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.W3c;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds;

/// <summary>The holder's role: requests, receives and presents credentials (specification 4 to 10). Safe for use by many threads.</summary>
public sealed class Holder
{
    private readonly PreparedKeyCache _keys;

    /// <summary>Creates a holder.</summary>
    /// <param name="keys">Where prepared keys are kept; null for a cache of its own.</param>
    public Holder(PreparedKeyCache? keys = null) => _keys = keys ?? new PreparedKeyCache();

    /// <summary>Answers an offer: verifies the key of the definition, then blinds the link secret (4.4 to 4.6).</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="definition">The credential definition that the offer names, from where it is published.</param>
    /// <param name="linkSecret">The holder's link secret.</param>
    /// <param name="linkSecretName">The name under which the holder keeps it.</param>
    /// <param name="context">What enters the credential context.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: offer, definition and context do not belong together;
    /// <see cref="AnonCredsErrorCode.ProofRejected"/>: the key correctness proof does not hold.
    /// </exception>
    public CreatedRequest CreateRequest(
        CredentialOffer offer, CredentialDefinition definition, LinkSecret linkSecret, string linkSecretName, RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(linkSecret);
        ArgumentNullException.ThrowIfNull(context);
        CredentialRequest.RequireContext(context.Entropy, context.ProverDid, offer.CredentialDefinitionId);
        if (offer.SchemaId != definition.SchemaId)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, "The offer and the credential definition name different schemas.", "$.schema_id");
        var key = _keys.Get(definition.Value.Primary);
        if (key.CheckCorrectness(offer.KeyCorrectnessProof) is { } wrong)
            throw Rejected("key_correctness_proof", wrong);
        var vPrime = SecretNumber.Random(Sizes.VPrime);
        Scalar? vrPrime = definition.SupportsRevocation ? Scalar.Random() : null;
        var u = LinkSecretBlinding.Blind(key, vPrime, linkSecret.Value);
        var nonce = Nonce.Create();
        var request = new CredentialRequest
        {
            Entropy = context.Entropy,
            ProverDid = context.ProverDid,
            CredentialDefinitionId = offer.CredentialDefinitionId,
            BlindedLinkSecret = new BlindedLinkSecret
            {
                U = u,
                Ur = vrPrime is { } blinding ? definition.Value.Revocation!.H2 * blinding : null,
                HiddenAttributes = [AttributeName.LinkSecret],
                CommittedAttributes = new Dictionary<string, BigInteger>(),
            },
            Proof = LinkSecretBlinding.Prove(key, u, vPrime, linkSecret.Value, offer.Nonce.Value),
            Nonce = nonce,
        };
        return new CreatedRequest(request, new CredentialRequestMetadata(new CredentialRequestMetadataJson
        {
            Blinding = new BlindingFactors { VPrime = vPrime, VrPrime = vrPrime },
            Nonce = nonce,
            LinkSecretName = linkSecretName,
        }));
    }

    /// <summary>Verifies a credential in full and completes its signature (6.5, 10.7).</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: the objects do not belong together; <see cref="AnonCredsErrorCode.ProofRejected"/>: the signature
    /// does not hold.
    /// </exception>
    public HeldCredential Process(ReceivedCredential received)
    {
        ArgumentNullException.ThrowIfNull(received);
        return new CredentialProcessing(received).Run(_keys.Get(received.Definition.Value.Primary));
    }

    /// <summary>Computes the witness of a credential at a status list from the tails, and checks it (10.7).</summary>
    /// <param name="credential">The credential, its registry and its tails.</param>
    /// <param name="list">The status list.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Revoked"/>: the credential is revoked in the list; <see cref="AnonCredsErrorCode.Invalid"/>: the objects do not belong
    /// together, or the list or the tails are not what they should be; <see cref="AnonCredsErrorCode.TailsRefused"/>: the tails are of another registry.
    /// </exception>
    public static RevocationState CreateRevocationState(RevocableCredential credential, RevocationStatusList list)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(list);
        return new WitnessComputation(credential).FromScratch(list);
    }

    /// <summary>Takes the witness that the credential came with as that of a status list, and checks it: for credentials issued on demand (10.5, 10.7).</summary>
    /// <param name="credential">The credential, its registry and its tails.</param>
    /// <param name="list">The status list that was published when it was issued.</param>
    /// <exception cref="AnonCredsException">As for <see cref="CreateRevocationState"/>.</exception>
    public static RevocationState UseIssuedWitness(RevocableCredential credential, RevocationStatusList list)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(list);
        return new WitnessComputation(credential).AsIssued(list);
    }

    /// <summary>Brings a witness from one status list to another by their differences, and checks it (10.7).</summary>
    /// <param name="credential">The credential, its registry and its tails.</param>
    /// <param name="state">The state at the first list.</param>
    /// <param name="from">The first list.</param>
    /// <param name="to">The other list, later or earlier.</param>
    /// <exception cref="AnonCredsException">As for <see cref="CreateRevocationState"/>; also when the state is not that of the first list.</exception>
    public static RevocationState UpdateRevocationState(
        RevocableCredential credential, RevocationState state, RevocationStatusList from, RevocationStatusList to)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new WitnessComputation(credential).Update(state, from, to);
    }

    /// <summary>Says which credentials fit which referent of a request, and why the others do not (9.4). Nothing is proved.</summary>
    /// <param name="request">The request.</param>
    /// <param name="credentials">The holder's credentials.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the request breaks a rule.</exception>
    public static CredentialChoice Choose(PresentationRequest request, IReadOnlyList<CandidateCredential> credentials)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(credentials);
        request.Validate();
        return new CredentialChoosing(request, credentials).Run();
    }

    /// <summary>Answers a presentation request (7, 8, 9.4). Unmet predicates are refused before anything is computed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="credentials">The credentials and what each answers; one that answers nothing is left out.</param>
    /// <param name="linkSecret">The link secret of all of them.</param>
    /// <param name="selfAttested">Values stated without a credential, by referent.</param>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Invalid"/>: the choice does not answer the request; <see cref="AnonCredsErrorCode.CannotPresent"/>: a credential does
    /// not satisfy a predicate or lacks an attribute; <see cref="AnonCredsErrorCode.Revoked"/>: a credential is revoked in the chosen list.
    /// </exception>
    public Presentation Present(
        PresentationRequest request,
        IReadOnlyList<CredentialToPresent> credentials,
        LinkSecret linkSecret,
        IReadOnlyDictionary<string, string>? selfAttested = null)
    {
        ArgumentNullException.ThrowIfNull(linkSecret);
        using var mask = SecretNumber.Random(Sizes.MTilde);
        return Present(request, credentials, linkSecret, selfAttested, new PresentationRandomness(mask, _ => null));
    }

    /// <summary>Answers a presentation request in W3C form (11), which has no self-attested values and shows no negative ones.</summary>
    /// <param name="request">The request.</param>
    /// <param name="credentials">The credentials and what each answers; one that answers nothing is left out.</param>
    /// <param name="linkSecret">The link secret of all of them.</param>
    /// <param name="form">The version, and the date that the derived credentials show.</param>
    /// <exception cref="AnonCredsException">
    /// As for the legacy form; also <see cref="AnonCredsErrorCode.CannotPresent"/>: a value that would be shown is negative.
    /// </exception>
    public W3cPresentation PresentW3c(
        PresentationRequest request, IReadOnlyList<CredentialToPresent> credentials, LinkSecret linkSecret, W3cForm form)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(linkSecret);
        ArgumentNullException.ThrowIfNull(form);
        using var mask = SecretNumber.Random(Sizes.MTilde);
        var used = PresentationChoice.Check(request, credentials, new Dictionary<string, string>());
        var document = new PresentationDocument(request, used, form);
        document.Check();
        var builder = new PresentationBuilder(request, used);
        var proof = builder.Prove(
            linkSecret, credential => _keys.Get(credential.Definition.Value.Primary), new PresentationRandomness(mask, _ => null));
        return document.Write(proof, builder.Identifiers());
    }

    /// <summary>The legacy form with given random values, for repeating a recorded presentation.</summary>
    internal Presentation Present(
        PresentationRequest request,
        IReadOnlyList<CredentialToPresent> credentials,
        LinkSecret linkSecret,
        IReadOnlyDictionary<string, string>? selfAttested,
        PresentationRandomness randomness)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(credentials);
        var stated = selfAttested ?? new Dictionary<string, string>();
        var used = PresentationChoice.Check(request, credentials, stated);
        var builder = new PresentationBuilder(request, used);
        return new Presentation
        {
            Proof = builder.Prove(linkSecret, credential => _keys.Get(credential.Definition.Value.Primary), randomness),
            RequestedProof = builder.Answer(stated),
            Identifiers = builder.Identifiers(),
        };
    }

    private static AnonCredsException Rejected(string field, string wrong) =>
        new(AnonCredsErrorCode.ProofRejected, $"The proof is refused at {field}: {wrong}.", $"$.{field}");
}

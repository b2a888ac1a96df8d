using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Internal;

/// <summary>Joins the sub-proofs of a presentation (specification 8, 9.4).</summary>
internal sealed class PresentationBuilder(PresentationRequest request, IReadOnlyList<CredentialToPresent> credentials)
{
    /// <summary>What each sub-proof shows, from the request and the holder's choice.</summary>
    public SubProofRequest Content(CredentialToPresent credential) => new(
        credential.Attributes.Where(pair => pair.Value)
            .SelectMany(pair => request.RequestedAttributes[pair.Key].AllNames)
            .Select(AttributeName.Normalize)
            .ToHashSet(StringComparer.Ordinal),
        credential.Predicates.Select(referent => Predicate.Of(request.RequestedPredicates[referent])).ToHashSet());

    [SuppressMessage("Reliability", "CA2000", Justification = "Each prover belongs to the list, whose members are disposed of at the end.")]
    public PresentationProof Prove(
        LinkSecret linkSecret, Func<CredentialToPresent, PreparedKey> prepare, PresentationRandomness randomness)
    {
        var provers = new List<SubProofProver>();
        try
        {
            for (var i = 0; i < credentials.Count; i++)
            {
                var content = credentials[i].Credential.Content;
                provers.Add(new SubProofProver(
                    credentials[i],
                    new PrimaryProver(prepare(credentials[i]), content, Content(credentials[i]), (linkSecret.Value, randomness.LinkSecretMask), randomness.Masks(i))));
            }

            var challenge = Challenge(provers);
            return new PresentationProof
            {
                SubProofs = [.. provers.Select(prover => prover.Respond(challenge))],
                Aggregated = new AggregatedProof
                {
                    Challenge = challenge,
                    Commitments = [.. provers.SelectMany(prover => prover.Commitments).Select(bytes => new ReadOnlyMemory<byte>(bytes))],
                },
            };
        }
        finally
        {
            provers.ForEach(prover => prover.Dispose());
        }
    }

    /// <summary>The answer to each referent.</summary>
    public RequestedProof Answer(IReadOnlyDictionary<string, string> selfAttested)
    {
        var revealed = new Dictionary<string, RevealedAttribute>(StringComparer.Ordinal);
        var groups = new Dictionary<string, RevealedAttributeGroup>(StringComparer.Ordinal);
        var unrevealed = new Dictionary<string, SubProofReference>(StringComparer.Ordinal);
        var predicates = new Dictionary<string, SubProofReference>(StringComparer.Ordinal);
        for (var i = 0; i < credentials.Count; i++)
        {
            var values = credentials[i].Credential.Content.NormalValues();
            foreach (var (referent, reveal) in credentials[i].Attributes)
            {
                var requested = request.RequestedAttributes[referent];
                if (!reveal)
                    unrevealed[referent] = new SubProofReference(i);
                else if (requested.Names is { } names)
                    groups[referent] = new RevealedAttributeGroup(i, names.ToDictionary(name => name, name => values[AttributeName.Normalize(name)]));
                else
                    revealed[referent] = Revealed(i, values[AttributeName.Normalize(requested.Name!)]);
            }

            foreach (var referent in credentials[i].Predicates)
                predicates[referent] = new SubProofReference(i);
        }

        return new RequestedProof
        {
            RevealedAttributes = revealed,
            RevealedAttributeGroups = groups.Count == 0 ? null : groups,
            SelfAttestedAttributes = selfAttested,
            UnrevealedAttributes = unrevealed,
            Predicates = predicates,
        };
    }

    public IReadOnlyList<CredentialIdentifiers> Identifiers() =>
    [
        .. credentials.Select(credential => new CredentialIdentifiers
        {
            SchemaId = credential.Credential.Content.SchemaId,
            CredentialDefinitionId = credential.Credential.Content.CredentialDefinitionId,
            RevocationRegistryId = credential.Credential.Content.RevocationRegistryId,
            Timestamp = credential.NonRevocation?.State.Timestamp,
        }),
    ];

    private static RevealedAttribute Revealed(int index, AttributeValue value) => new(index, value.Raw, value.Encoded);

    private BigInteger Challenge(List<SubProofProver> provers)
    {
        var transcript = new Transcript();
        foreach (var tau in provers.SelectMany(prover => prover.Taus))
            transcript.Append(tau);
        foreach (var commitment in provers.SelectMany(prover => prover.Commitments))
            transcript.Append(commitment);
        return transcript.Append(request.Nonce.Value).Challenge();
    }
}

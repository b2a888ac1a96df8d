using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>One sub-proof with everything that belongs to it, found once and used by every later check.</summary>
internal sealed record SubProofView
{
    public required int Index { get; init; }

    public required SubProof Proof { get; init; }

    public required CredentialIdentifiers Identifiers { get; init; }

    public required Schema Schema { get; init; }

    public required CredentialDefinition Definition { get; init; }

    /// <summary>The attribute referents of the request that this sub-proof answers, shown or not.</summary>
    public required IReadOnlyList<AnsweredAttribute> Attributes { get; init; }

    /// <summary>The predicate referents that it answers.</summary>
    public required IReadOnlyList<RequestedPredicate> Predicates { get; init; }

    /// <summary>The registry and the list that non-revocation is proved against; set by the check that finds them.</summary>
    public (RevocationRegistryDefinition Registry, RevocationStatusList List)? Revocation { get; set; }

    public string Where => $"sub-proof {Index}";
}

/// <summary>An attribute referent and how it is answered.</summary>
/// <param name="Referent">The referent.</param>
/// <param name="Requested">What was asked.</param>
/// <param name="Values">The values shown by the name asked for; null when they are not shown.</param>
internal sealed record AnsweredAttribute(
    string Referent, RequestedAttribute Requested, IReadOnlyDictionary<string, Credentials.AttributeValue>? Values);

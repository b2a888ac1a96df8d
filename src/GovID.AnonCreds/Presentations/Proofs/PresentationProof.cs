using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>The proofs of a presentation (specification 7.4, 8).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PresentationProof
{
    /// <summary>One proof a credential.</summary>
    [JsonPropertyName("proofs")]
    public required IReadOnlyList<SubProof> SubProofs { get; init; }

    /// <summary>What joins them.</summary>
    [JsonPropertyName("aggregated_proof")]
    public required AggregatedProof Aggregated { get; init; }

    /// <summary>The proofs with old spellings replaced.</summary>
    internal PresentationProof Modernized() => this with { SubProofs = [.. SubProofs.Select(subProof => subProof.Modernized())] };
}

/// <summary>The proof of one credential.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SubProof
{
    /// <summary>Possession of the signature, and the predicates.</summary>
    [JsonPropertyName("primary_proof")]
    public required PrimaryProof Primary { get; init; }

    /// <summary>Non-revocation, where it is proved.</summary>
    [JsonPropertyName("non_revoc_proof")]
    public NonRevocationProof? NonRevocation { get; init; }

    internal SubProof Modernized() => this with { Primary = Primary with { Equality = Primary.Equality.Modernized() } };
}

/// <summary>Possession of one signature, and predicates over its attributes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PrimaryProof
{
    /// <summary>Possession.</summary>
    [JsonPropertyName("eq_proof")]
    public required EqualityProof Equality { get; init; }

    /// <summary>The predicates, of all four kinds; their order is part of what is hashed.</summary>
    [JsonPropertyName("ge_proofs")]
    public required IReadOnlyList<PredicateProof> Predicates { get; init; }
}

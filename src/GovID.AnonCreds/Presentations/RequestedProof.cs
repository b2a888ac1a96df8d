using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>Which sub-proof answers which referent, and the values shown (specification 9.3). Unknown members are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RequestedProof
{
    /// <summary>Single attributes whose value is shown.</summary>
    [JsonPropertyName("revealed_attrs")]
    public required IReadOnlyDictionary<string, RevealedAttribute> RevealedAttributes { get; init; }

    /// <summary>Groups of attributes whose values are shown.</summary>
    [JsonPropertyName("revealed_attr_groups")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, RevealedAttributeGroup>? RevealedAttributeGroups { get; init; }

    /// <summary>Values that the holder states without a credential.</summary>
    [JsonPropertyName("self_attested_attrs")]
    [AllowNull]
    public IReadOnlyDictionary<string, string> SelfAttestedAttributes { get; init => field = value ?? Empty<string>(); } = Empty<string>();

    /// <summary>Attributes that a credential has and that are not shown.</summary>
    [JsonPropertyName("unrevealed_attrs")]
    [AllowNull]
    public IReadOnlyDictionary<string, SubProofReference> UnrevealedAttributes { get; init => field = value ?? Empty<SubProofReference>(); } =
        Empty<SubProofReference>();

    /// <summary>Predicates that are proved.</summary>
    [JsonPropertyName("predicates")]
    [AllowNull]
    public IReadOnlyDictionary<string, SubProofReference> Predicates { get; init => field = value ?? Empty<SubProofReference>(); } =
        Empty<SubProofReference>();

    private static Dictionary<string, T> Empty<T>() => [];
}

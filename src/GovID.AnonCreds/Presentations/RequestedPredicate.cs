using System.Text.Json.Serialization;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Presentations;

/// <summary>A comparison that a verifier asks to be proved without seeing the value (specification 9.1).</summary>
public sealed record RequestedPredicate
{
    /// <summary>The name of the attribute.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The comparison.</summary>
    [JsonPropertyName("p_type")]
    [JsonConverter(typeof(RequestPredicateTypeConverter))]
    public required PredicateType Type { get; init; }

    /// <summary>The value compared with, a signed 32-bit integer.</summary>
    [JsonPropertyName("p_value")]
    public required int Value { get; init; }

    /// <summary>Which credentials will do; null for any.</summary>
    [JsonPropertyName("restrictions")]
    public Restriction? Restrictions { get; init; }

    /// <summary>The interval for this referent, which replaces that of the request.</summary>
    [JsonPropertyName("non_revoked")]
    public NonRevokedInterval? NonRevoked { get; init; }
}

using System.Text.Json.Serialization;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Presentations;

/// <summary>One attribute, or a group of attributes of one credential, that a verifier asks for (specification 9.1).</summary>
public sealed record RequestedAttribute
{
    /// <summary>The name of a single attribute; null when <see cref="Names"/> is given.</summary>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The names of a group, all of one credential; null when <see cref="Name"/> is given.</summary>
    [JsonPropertyName("names")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Which credentials will do; null for any, and for a self-attested value.</summary>
    [JsonPropertyName("restrictions")]
    public Restriction? Restrictions { get; init; }

    /// <summary>The interval for this referent, which replaces that of the request.</summary>
    [JsonPropertyName("non_revoked")]
    public NonRevokedInterval? NonRevoked { get; init; }

    /// <summary>The names asked for, one or several.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AllNames => Names ?? (Name is null ? [] : [Name]);
}

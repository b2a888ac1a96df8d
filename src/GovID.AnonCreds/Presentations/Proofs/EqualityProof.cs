using System.Numerics;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Presentations;

/// <summary>Proves possession of a signature over the attributes (specification 7.4).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EqualityProof
{
    /// <summary>The encoded values shown, by normalised name.</summary>
    [JsonPropertyName("revealed_attrs")]
    public required IReadOnlyDictionary<string, BigInteger> RevealedAttributes { get; init; }

    /// <summary>The randomised signature A'.</summary>
    [JsonPropertyName("a_prime")]
    public required BigInteger APrime { get; init; }

    /// <summary>The response for e.</summary>
    [JsonPropertyName("e")]
    public required BigInteger E { get; init; }

    /// <summary>The response for v; negative values occur.</summary>
    [JsonPropertyName("v")]
    public required BigInteger V { get; init; }

    /// <summary>The responses for attributes that are not shown, by normalised name, the link secret's among them.</summary>
    [JsonPropertyName("m")]
    public required IReadOnlyDictionary<string, BigInteger> M { get; init; }

    /// <summary>The response for the credential context.</summary>
    [JsonPropertyName("m2")]
    public required BigInteger M2 { get; init; }

    /// <summary>The link secret's response where old holders wrote it; moved into <see cref="M"/> on reading.</summary>
    [JsonInclude]
    [JsonPropertyName("m1")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal BigInteger? M1 { get; init; }

    /// <summary>The proof with the old spelling of the link secret's response replaced.</summary>
    internal EqualityProof Modernized() => M1 is { IsZero: false } m1
        ? this with { M = new Dictionary<string, BigInteger>(M, StringComparer.Ordinal) { [AttributeName.LinkSecret] = m1 }, M1 = null }
        : this with { M1 = null };
}

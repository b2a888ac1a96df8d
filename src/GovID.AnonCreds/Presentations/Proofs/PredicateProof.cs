using System.Numerics;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>Proves that a difference is a sum of four squares, hence not negative (specification 7.4).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PredicateProof
{
    /// <summary>The responses for the four roots.</summary>
    [JsonPropertyName("u")]
    public required FourNumbers U { get; init; }

    /// <summary>The responses for the randomisers.</summary>
    [JsonPropertyName("r")]
    public required FiveNumbers R { get; init; }

    /// <summary>The response for the attribute; equals that of the equality proof.</summary>
    [JsonPropertyName("mj")]
    public required BigInteger Mj { get; init; }

    /// <summary>The response that closes the squares.</summary>
    [JsonPropertyName("alpha")]
    public required BigInteger Alpha { get; init; }

    /// <summary>The commitments to the roots and to the difference.</summary>
    [JsonPropertyName("t")]
    public required FiveNumbers T { get; init; }

    /// <summary>What is proved.</summary>
    [JsonPropertyName("predicate")]
    public required Predicate Predicate { get; init; }
}

/// <summary>Four numbers, one a root.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FourNumbers(
    [property: JsonPropertyName("0"), JsonRequired] BigInteger First,
    [property: JsonPropertyName("1"), JsonRequired] BigInteger Second,
    [property: JsonPropertyName("2"), JsonRequired] BigInteger Third,
    [property: JsonPropertyName("3"), JsonRequired] BigInteger Fourth)
{
    /// <summary>The numbers in order.</summary>
    internal BigInteger[] ToArray() => [First, Second, Third, Fourth];

    internal static FourNumbers Of(ReadOnlySpan<BigInteger> numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3]);
}

/// <summary>Four numbers, one a root, and one for the difference.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FiveNumbers(
    [property: JsonPropertyName("0"), JsonRequired] BigInteger First,
    [property: JsonPropertyName("1"), JsonRequired] BigInteger Second,
    [property: JsonPropertyName("2"), JsonRequired] BigInteger Third,
    [property: JsonPropertyName("3"), JsonRequired] BigInteger Fourth,
    [property: JsonPropertyName("DELTA"), JsonRequired] BigInteger Delta)
{
    /// <summary>The numbers in transcript order, the difference last.</summary>
    internal BigInteger[] ToArray() => [First, Second, Third, Fourth, Delta];

    internal static FiveNumbers Of(ReadOnlySpan<BigInteger> numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
}

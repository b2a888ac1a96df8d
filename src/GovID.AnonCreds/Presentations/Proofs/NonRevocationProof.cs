using System.Text.Json.Serialization;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Presentations;

/// <summary>Proves that the credential is not revoked in a status list (specification 10.8).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NonRevocationProof
{
    /// <summary>The responses.</summary>
    [JsonPropertyName("x_list")]
    public required NonRevocationResponses Responses { get; init; }

    /// <summary>The commitments.</summary>
    [JsonPropertyName("c_list")]
    public required NonRevocationCommitments Commitments { get; init; }
}

/// <summary>The thirteen responses. A fourteenth, m2, of an older dialect is refused: it would not bind the proof to the credential.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NonRevocationResponses(
    [property: JsonPropertyName("rho"), JsonRequired] Scalar Rho,
    [property: JsonPropertyName("r"), JsonRequired] Scalar R,
    [property: JsonPropertyName("r_prime"), JsonRequired] Scalar RPrime,
    [property: JsonPropertyName("r_prime_prime"), JsonRequired] Scalar RPrimePrime,
    [property: JsonPropertyName("r_prime_prime_prime"), JsonRequired] Scalar RPrimePrimePrime,
    [property: JsonPropertyName("o"), JsonRequired] Scalar O,
    [property: JsonPropertyName("o_prime"), JsonRequired] Scalar OPrime,
    [property: JsonPropertyName("m"), JsonRequired] Scalar M,
    [property: JsonPropertyName("m_prime"), JsonRequired] Scalar MPrime,
    [property: JsonPropertyName("t"), JsonRequired] Scalar T,
    [property: JsonPropertyName("t_prime"), JsonRequired] Scalar TPrime,
    [property: JsonPropertyName("s"), JsonRequired] Scalar S,
    [property: JsonPropertyName("c"), JsonRequired] Scalar C);

/// <summary>The seven commitments, in transcript order.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NonRevocationCommitments(
    [property: JsonPropertyName("e"), JsonRequired] G1Point E,
    [property: JsonPropertyName("d"), JsonRequired] G1Point D,
    [property: JsonPropertyName("a"), JsonRequired] G1Point A,
    [property: JsonPropertyName("g"), JsonRequired] G1Point G,
    [property: JsonPropertyName("w"), JsonRequired] G2Point W,
    [property: JsonPropertyName("s"), JsonRequired] G2Point S,
    [property: JsonPropertyName("u"), JsonRequired] G2Point U);
